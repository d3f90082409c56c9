import { type EnvironmentId, sandbox } from '@/lib/delivery/environment/environment'
import { isClockBelieved } from '../clock/clock-doubt'
import { Prisma } from '../generated/client'

/**
 * That the row of a key binds nobody any more: a repeated request makes a lead then. By a clock that is not believed no
 * key is over, or one that is years ahead would double leads. A key of the sandbox is free live, and the other way round.
 */
export const isKeyFree = (environment: EnvironmentId) => Prisma.sql`(
  (idempotency_record.expires_at <= clock_timestamp() AND ${isClockBelieved}) OR ${isOfOtherMode(environment)})`

/** Its answer is of made-up leads, and must not stand for a real one. */
function isOfOtherMode(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM lead l WHERE l.id = idempotency_record.lead_id
      AND (l.environment = ${sandbox}) <> ${environment === sandbox})`
}
