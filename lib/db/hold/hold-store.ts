import { recorded } from '@/lib/audit/store/record-event'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { HoldStore } from '@/lib/delivery/hold/hold-store'
import { sendingHoldSchema } from '@/lib/delivery/hold/sending-hold'
import type { PrismaClient } from '../generated/client'
import { actorName } from '../lead/record-names'
import { beginHold, claimsBefore } from './begin-hold'
import { listWaiting } from './list-waiting'
import { readOverview } from './read-overview'
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
