import { recordEvent } from '@/lib/audit/store/record-event'
import type { ClockDoubt, ClockState, ClockWatch } from '@/lib/privacy/clock-watch'
import type { PrismaClient } from '../generated/client'
import { clockDoubt, newestRow } from './clock-doubt'

/** {@link ClockWatch} on PostgreSQL. */
export function createClockWatch(prisma: PrismaClient): ClockWatch {
  return {
    async beat() {
      const [found] = await prisma.$queryRaw<{ doubt: ClockDoubt | null }[]>`
        SELECT ${clockDoubt} AS doubt FROM clock_watch w`
      // As seldom as will do: the embedded database rests while nothing is written.
      await prisma.$executeRaw`
        UPDATE clock_watch w SET seen_at = clock_timestamp()
        WHERE (seen_at IS NULL OR seen_at < clock_timestamp() - interval '10 minutes') AND ${clockDoubt} IS NULL`
      return found?.doubt ?? null
    },
    async read() {
      const [found] = await prisma.$queryRaw<ClockState[]>`
        SELECT clock_timestamp()::timestamptz(3) AS now, ${clockDoubt} AS doubt,
          CASE ${clockDoubt} WHEN 'ahead' THEN coalesce(w.seen_at, ${newestRow})
            ELSE greatest(w.seen_at, ${newestRow}) END AS "newestAt"
        FROM clock_watch w`
      if (!found) throw new Error('the row of the clock is gone')
      return found
    },
    accept: (seen, { by, from }) =>
      prisma.$transaction(async (transaction) => {
        const [accepted] = await transaction.$queryRaw<{ now: Date }[]>`
          UPDATE clock_watch w SET seen_at = clock_timestamp(), rows_up_to = ${newestRow}
          WHERE ${seen} BETWEEN clock_timestamp() - interval '1 hour' AND clock_timestamp() + interval '1 minute'
            AND ${clockDoubt} IS NOT NULL
          RETURNING seen_at AS now`
        if (!accepted) return false
        const event = { by, verb: 'privacy.accept-clock', subject: 'clock:database', from } as const
        await recordEvent(transaction, event, accepted.now)
        return true
      }),
  }
}
