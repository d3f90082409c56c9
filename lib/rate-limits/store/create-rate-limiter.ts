import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { type Limit, limitState, type RateLimiter, stepS } from '@/lib/rate-limits/rate-limit'

type Row = { spentS: number; isFull: boolean }

const takeText = `
  SELECT is_full AS "isFull", spent_s AS "spentS"
  FROM take_rate_limits(ARRAY(SELECT decode(of, 'hex') FROM unnest($1::text[]) AS of), $2, $3)`

const lookText = `
  SELECT extract(epoch FROM spent_until - now())::float8 AS "spentS" FROM rate_limit WHERE subject = decode($1, 'hex')`

/**
 * {@link RateLimiter} on PostgreSQL: one statement and one row a limit, whatever its quota. A row says until when
 * the limit is spent; a request moves that time on, unless it would then lie beyond the window. Past Prisma, and
 * prepared: every request of a system pays for it.
 */
export function createRateLimiter(pool: Pool): RateLimiter {
  return {
    async take(limits) {
      if (limits.length === 0) return []
      const values = [limits.map(subjectOf), limits.map(stepS), limits.map(({ windowS }) => windowS)]
      const { rows } = await pool.query<Row>({ name: 'take-rate-limits', text: takeText, values })
      return limits.flatMap((limit, at) => {
        const row = rows[at]
        return row ? [limitState(limit, row)] : []
      })
    },
    async look(limit) {
      const { rows } = await pool.query<Pick<Row, 'spentS'>>(lookText, [subjectOf(limit)])
      return limitState(limit, { spentS: Math.max(0, rows[0]?.spentS ?? 0), isFull: false })
    },
  }
}

function subjectOf({ name, of }: Limit): string {
  return createHash('sha256').update(`${name}\0${of}`).digest('hex')
}
