import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { type Limit, limitState, type RateLimiter, stepS } from '@/lib/rate-limit/rate-limit'

type Row = { subject: string; spentS: number; isFull: boolean }

/** One request more; in terms of the row, the row that would be inserted, and the clock of the database. */
const next = 'greatest(r.spent_until, now()) + (excluded.spent_until - now())'
const isBeyond = `${next} > now() + $3::float8 * interval '1 second'`

/** Subjects in one order for all, or two requests could each wait for the row that the other has. */
const takeText = `
  INSERT INTO rate_limit AS r (subject, spent_until, is_full)
  SELECT decode(subject, 'hex'), now() + step * interval '1 second', false
  FROM unnest($1::text[], $2::float8[]) AS one (subject, step) ORDER BY subject
  ON CONFLICT (subject) DO UPDATE SET
    is_full = ${isBeyond},
    spent_until = CASE WHEN ${isBeyond} THEN r.spent_until ELSE ${next} END
  RETURNING encode(subject, 'hex') AS subject, is_full AS "isFull",
    extract(epoch FROM spent_until - now())::float8 AS "spentS"`

/**
 * {@link RateLimiter} on PostgreSQL: one statement and one row a limit, whatever its quota. A row says until when
 * the limit is spent; a request moves that time on, unless it would then lie beyond the window. Past Prisma, and
 * prepared: every request of a system pays for it.
 */
export function createRateLimiter(pool: Pool): RateLimiter {
  return {
    async take(limits) {
      const [first] = limits
      if (!first) return []
      const subjects = limits.map(subjectOf)
      const steps = limits.map(stepS)
      const values = [subjects, steps, first.windowS]
      const { rows } = await pool.query<Row>({ name: 'take-rate-limit', text: takeText, values })
      const bySubject = new Map(rows.map((row) => [row.subject, row]))
      return limits.flatMap((limit, index) => {
        const row = bySubject.get(subjects[index] ?? '')
        return row ? [limitState(limit, row)] : []
      })
    },
    async forgetExpired() {
      await pool.query('DELETE FROM rate_limit WHERE spent_until <= now()')
    },
  }
}

function subjectOf({ name, of }: Limit): string {
  return createHash('sha256').update(`${name}\0${of}`).digest('hex')
}
