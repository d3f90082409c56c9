import type { Pool } from 'pg'
import type { Changes } from './sending'

/** A mistake, as small as it can be made, and how a history shows it. */
export type Mutant = { shows: RegExp; changes?: Changes; sql?: { of: string; from: string; to: string } }

export const mutants = {
  'an instance that sends whatever became of its lease': {
    shows: /was given up already/,
    changes: { holdsLease: () => true },
  },
  'a place by the clock of the instance that asks': {
    shows: /at once|places|something could be sent|not everything was sent|arrivals|is held/,
    sql: {
      of: 'take_place',
      from: 'moment := delivery_clock()',
      to: `moment := current_setting('simulation.instance')::timestamptz`,
    },
  },
  'a customer that may have all places': {
    shows: /has \d places, of \d/,
    sql: { of: 'customer_room', from: 'greatest(at_once - 1, 1)', to: 'at_once' },
  },
  'a wait as long as Vitec is held, which may end before': {
    shows: /something could be sent for a while|not everything was sent/,
    changes: { told: (turn) => (turn.kind === 'held' ? { ...turn, kind: 'full' } : turn) },
  },
  'a settling that wakes the leads of a customer that is resumed': {
    shows: /with \d rows of lead,/,
    sql: {
      of: 'settle_attempt',
      from: `    lifts := result IN ('delivered', 'rejected')`,
      to: `    UPDATE lead l SET next_attempt_at = moment WHERE result IN ('delivered', 'rejected')
        AND l.environment = target.environment AND l.vitec_customer_id = target.vitec_customer_id
        AND l.status = 'pending' AND EXISTS (SELECT FROM customer_pause p
          WHERE p.environment = target.environment AND p.vitec_customer_id = target.vitec_customer_id);
    lifts := result IN ('delivered', 'rejected')`,
    },
  },
} satisfies Record<string, Mutant>

/** Replaces a text of a function by another while something is done; the function is then as it was. */
export async function whileChanged<T>(
  pool: Pool,
  { of, from, to }: { of: string; from: string; to: string },
  work: () => Promise<T>,
): Promise<T> {
  const { rows } = await pool.query<{ definition: string }>(
    'SELECT pg_get_functiondef(oid) AS definition FROM pg_proc WHERE proname = $1',
    [of],
  )
  const definition = rows[0]?.definition ?? ''
  if (!definition.includes(from)) throw new Error(`${of} has no such text: ${from}`)
  await pool.query(definition.replaceAll(from, to))
  try {
    return await work()
  } finally {
    await pool.query(definition)
  }
}
