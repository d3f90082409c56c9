import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma, PrismaClient, SendingHoldReason } from '../generated/client'
import { takeLock } from '../locks'

type Beginning = { reason: SendingHoldReason; actor: string; from: string }

/**
 * Holds all sending, within the caller's transaction: after its end, and after {@link claimsBefore}, no attempt begins, of no
 * instance. A hold that an
 * administrator began stays as it is, unless the database turns out to be a restored one: that is another, from which
 * nothing has been let out. Its audit event is written with it. Resolves to whether it began.
 */
export async function beginHold(
  transaction: Prisma.TransactionClient,
  { reason, actor, from }: Beginning,
): Promise<boolean> {
  const id = crypto.randomUUID()
  const begun = await transaction.$executeRaw`
    INSERT INTO sending_hold (number, id, since, reason, actor)
    VALUES (1, ${id}::uuid, clock_timestamp(), ${reason}::sending_hold_reason, ${actor})
    ON CONFLICT (number) DO UPDATE
    SET id = EXCLUDED.id, since = EXCLUDED.since, reason = EXCLUDED.reason, actor = EXCLUDED.actor
    WHERE EXCLUDED.reason = 'restored'`
  if (begun === 0) return false
  await recorded(transaction, { by: actor, from }, 'sending.hold', `hold:${id}`)
  return true
}

/**
 * Waits for the claims that began before and did not see the hold yet. One statement of its own: nobody holds this lock across
 * a round trip, so that an instance that stands still stops no other.
 */
export async function claimsBefore(prisma: PrismaClient): Promise<void> {
  await takeLock(prisma, 'attempts')
}
