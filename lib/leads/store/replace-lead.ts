import type { PoolClient } from 'pg'
import type { Database } from '@/lib/db/open-database'
import { cancelled } from '@/lib/deliveries/store/move-lead'
import { transitions } from '@/lib/deliveries/transitions'
import { type EnvironmentId, testing } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'
import type { NotReplaced, ReplaceLead } from '@/lib/leads/new-lead'
import { createAddLead } from './add-lead'

const lockText = 'SELECT id::text FROM lead WHERE id = $1 FOR NO KEY UPDATE'

/** A statement of its own after the lock: it sees what those did who were waited for. */
const standingText = `
  SELECT status::text, reference, replaced_by_id::text AS "replacedBy", environment IS NOT DISTINCT FROM '${testing}' AS "isTest",
    EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL) AS "isUnderWay",
    status = 'unknown'
      OR EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.outcome = 'unknown')
      OR (status = 'pending' AND EXISTS (
        SELECT FROM sending_hold h WHERE h.reason = 'restored' AND lead.received_at < h.since
          AND lead.released_from IS DISTINCT FROM h.id)) AS "mayBeThere"
  FROM lead WHERE id = $1 AND anonymised_at IS NULL`

/** What waits is stopped; what is over stays what it was. */
const replaceText = `
  UPDATE lead SET replaced_by_id = $2,
    status = CASE WHEN status = 'pending' THEN 'cancelled' ELSE status END,
    last_word = CASE WHEN status = 'pending' THEN $3 ELSE last_word END,
    next_attempt_at = NULL
  WHERE id = $1
  RETURNING tell_webhook(actor, id, 'lead.replaced', status, $2)`

const recordText = `
  INSERT INTO audit_event (id, at, actor, verb, subject, address)
  VALUES (gen_random_uuid(), clock_timestamp(), $1, 'lead.replace', 'lead:' || $2, $3)`

type Standing = {
  status: LeadStatus
  reference: string | null
  replacedBy: string | null
  isTest: boolean
  isUnderWay: boolean
  mayBeThere: boolean
}

/** {@link ReplaceLead} on PostgreSQL. */
export function createReplaceLead({ pool }: Pick<Database, 'pool'>, environment: EnvironmentId): ReplaceLead {
  return (lead, old) =>
    inTransaction(pool, async (client) => {
      await client.query(lockText, [old.leadId])
      const found = await client.query<Standing>(standingText, [old.leadId])
      const [standing] = found.rows
      if (!standing) return { refused: 'not_found' }
      const refusal = refusalOf(standing, old)
      if (refusal) return refusal
      // Its sender calls it what it called the old one.
      const named = { ...lead, lead: { ...lead.lead, reference: standing.reference } }
      const stored = await createAddLead({ pool: client }, environment)(named)
      if (stored === null) return null
      await client.query('UPDATE lead SET replaces_id = $2 WHERE id = $1', [stored.id, old.leadId])
      await client.query(replaceText, [old.leadId, stored.id, cancelled])
      const { by, from } = lead.requester ?? {}
      if (by !== undefined) await client.query(recordText, [by, old.leadId, from])
      return stored
    })
}

function refusalOf(old: Standing, { despiteDoubt }: Parameters<ReplaceLead>[1]): NotReplaced | null {
  // What the form sends goes to Vitec.
  if (old.isTest) return { refused: 'test' }
  if (old.replacedBy !== null) return { refused: 'replaced', by: old.replacedBy }
  if (old.isUnderWay) return { refused: 'under_way' }
  if (!transitions.replace.from.some((status) => status === old.status)) return { refused: 'delivered' }
  return old.mayBeThere && !despiteDoubt ? { refused: 'doubt' } : null
}

/** All of it or nothing. Nothing is kept of what resolves to a refusal: it has changed nothing. */
async function inTransaction<T>(
  pool: Pick<Database['pool'], 'connect'>,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    const isOver = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    )
    client.release(!isOver)
    throw error
  }
}
