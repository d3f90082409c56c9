import { Prisma } from '../generated/client'

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
export const newestRow = Prisma.raw(`greatest(
  (SELECT max(received_at) FROM lead), (SELECT max(ended_at) FROM delivery_attempt),
  (SELECT max(at) FROM audit_event))`)

/** The same doubt, and `behind` when there are rows from later than the clock shows: for `FROM clock_watch w`. */
export const clockDoubt = Prisma.sql`coalesce(${Prisma.raw(watchDoubt)},
  CASE WHEN ${newestRow} > greatest(clock_timestamp() + ${Prisma.raw(back)}, w.rows_up_to) THEN 'behind'
    WHEN w.seen_at IS NULL AND ${newestRow} < clock_timestamp() - ${Prisma.raw(forward)} THEN 'ahead' END)`
