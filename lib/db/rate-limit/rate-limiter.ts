import { createHash } from 'node:crypto'
import { type Limit, limitState, type RateLimiter, stepS } from '@/lib/rate-limit/rate-limit'
import { Prisma, type PrismaClient } from '../generated/client'

type Row = { subject: string; spentS: number; isFull: boolean }

/** One request more; in terms of the row, the row that would be inserted, and the clock of the database. */
const next = Prisma.sql`greatest(r.spent_until, now()) + (excluded.spent_until - now())`

/**
 * {@link RateLimiter} on PostgreSQL: one statement and one row a limit, whatever its quota. A row says until when
 * the limit is spent; a request moves that time on, unless it would then lie beyond the window.
 */
export function createRateLimiter(prisma: PrismaClient): RateLimiter {
  return {
    async take(limits) {
      const [first] = limits
      if (!first) return []
      const subjects = limits.map(subjectOf)
      const steps = limits.map(stepS)
      // In one order for all, or two requests could each wait for the row that the other has.
      const rows = await prisma.$queryRaw<Row[]>`
        INSERT INTO rate_limit AS r (subject, spent_until, is_full)
        SELECT decode(subject, 'hex'), now() + step * interval '1 second', false
        FROM unnest(${subjects}::text[], ${steps}::float8[]) AS one (subject, step) ORDER BY subject
        ON CONFLICT (subject) DO UPDATE SET
          is_full = ${next} > now() + ${first.windowS} * interval '1 second',
          spent_until = CASE
            WHEN ${next} > now() + ${first.windowS} * interval '1 second' THEN r.spent_until ELSE ${next} END
        RETURNING encode(subject, 'hex') AS subject, is_full AS "isFull",
          extract(epoch FROM spent_until - now())::float8 AS "spentS"`
      const bySubject = new Map(rows.map((row) => [row.subject, row]))
      return limits.flatMap((limit, index) => {
        const row = bySubject.get(subjects[index] ?? '')
        return row ? [limitState(limit, row)] : []
      })
    },
    async forgetExpired() {
      await prisma.$executeRaw`DELETE FROM rate_limit WHERE spent_until <= now()`
    },
  }
}

function subjectOf({ name, of }: Limit): string {
  return createHash('sha256').update(`${name}\0${of}`).digest('hex')
}
