import { recordEvent } from '@/lib/audit/store/record-event'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { ClockDoubt, ClockState, ClockWatch } from '@/lib/privacy/retention-run'

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

/** A clock may go back by so much: an hour put right, or a zone mistaken for another. */
const back = "interval '3 hours'"

/** And forward by so much, while the service was off: more than three months. */
const forward = "interval '100 days'"

/**
 * Why the database's clock is not believed, as SQL: `behind` when it was last believed later than it shows, `ahead` when
 * that is longer ago than a service is switched off for; NULL where there is nothing to doubt. Of a condition on
 * `clock_watch` alone, so that a row of the same statement changes nothing about it.
 */
const watchDoubt = `CASE
  WHEN w.seen_at > clock_timestamp() + ${back} THEN 'behind'
  WHEN w.seen_at < clock_timestamp() - ${forward} THEN 'ahead' END`

/**
 * That what is over by the database's clock may be forgotten. Whatever is removed by its time alone has this in its
 * condition: a clock years ahead would end everything at once.
 */
export const isClockBelievedText = `(SELECT ${watchDoubt} FROM clock_watch w) IS NULL`
export const isClockBelieved = Prisma.raw(isClockBelievedText)

/** When the newest thing happened that has a row. */
const newestRow = Prisma.raw(`greatest(
  (SELECT max(received_at) FROM lead), (SELECT max(ended_at) FROM delivery_attempt),
  (SELECT max(at) FROM audit_event))`)

/** The same doubt, and `behind` when there are rows from later than the clock shows: for `FROM clock_watch w`. */
export const clockDoubt = Prisma.sql`coalesce(${Prisma.raw(watchDoubt)},
  CASE WHEN ${newestRow} > greatest(clock_timestamp() + ${Prisma.raw(back)}, w.rows_up_to) THEN 'behind'
    WHEN w.seen_at IS NULL AND ${newestRow} < clock_timestamp() - ${Prisma.raw(forward)} THEN 'ahead' END)`
