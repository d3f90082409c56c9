import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma, PrismaClient, SendingHoldReason } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { EnvironmentId } from '@/lib/environments/environment'
import { actorName } from '@/lib/leads/store/read-record'
import type { HoldStore } from '@/lib/sending/hold-store'
import { sendingHoldSchema } from '@/lib/sending/sending-hold'
import { listWaiting, readOverview } from './list-waiting'
import { countOpen, nextOpen, takeStep } from './take-step'

/** {@link HoldStore} on PostgreSQL; `environment` is where leads are sent from here. */
export function createHoldStore(prisma: PrismaClient, environment: EnvironmentId): HoldStore {
  return {
    async read() {
      const select = { id: true, since: true, reason: true, actor: true }
      const found = await prisma.sendingHold.findUnique({ where: { number: 1 }, select })
      if (!found) return null
      const { actor: by, since, ...hold } = found
      return sendingHoldSchema.parse({
        ...hold,
        by,
        byName: await actorName(prisma, by),
        since: since.toISOString(),
      })
    },
    async begin({ by: actor, from }) {
      const begun = await prisma.$transaction((transaction) =>
        beginHold(transaction, { reason: 'administrator', actor, from }),
      )
      await claimsBefore(prisma)
      return begun
    },
    lift: (id, requester) =>
      prisma.$transaction(async (transaction) => {
        const { count } = await transaction.sendingHold.deleteMany({ where: { id } })
        if (count > 0) await recorded(transaction, requester, 'sending.lift', `hold:${id}`)
        return count > 0
      }),
    overview: () => readOverview(prisma, environment),
    list: (query) => listWaiting(prisma, environment, query),
    count: (action, filter) => countOpen(prisma, environment, { action, filter }),
    step: (request, requester) => takeStep(prisma, environment, request, requester),
    next: (request, limit, requester) =>
      prisma.$transaction(async (transaction) => {
        const next = await nextOpen(transaction, environment, request, limit)
        if (next.kind === 'leads' && next.ids.length > 0)
          await recorded(transaction, requester, 'sending.look-up', `sending-act:${request.id}`)
        return next
      }),
  }
}

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
 * Waits for the claims that began before and did not see the hold yet. One statement of its own: no instance holds this
 * lock across a round trip, so that an instance that stands still stops no other.
 */
async function claimsBefore(prisma: PrismaClient): Promise<void> {
  await takeLock(prisma, 'attempts')
}
