import { recorded } from '@/lib/audit/store/record-event'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { Doubt } from '@/lib/delivery/look-up/doubt'
import type { LookUpStore } from '@/lib/delivery/look-up/look-up-store'
import { idText } from '@/lib/lead/search/search-text'
import type { Prisma, PrismaClient } from '../generated/client'
import { isOfRestore } from './sendable'
import { settleFound } from './settle-found'

const doubtColumns = {
  environment: true,
  receivedAt: true,
  vitecCustomerId: true,
  vitecSourceId: true,
  firstName: true,
  lastName: true,
  email: true,
  phone: true,
  message: true,
  status: true,
  attemptCount: true,
  attempts: { select: { outcome: true, startedAt: true, endedAt: true }, orderBy: { number: 'desc' } },
} as const satisfies Prisma.LeadSelect

/** {@link LookUpStore} on PostgreSQL; `environment` is where the Vitec is that is asked. */
export function createLookUpStore(prisma: PrismaClient, environment: EnvironmentId): LookUpStore {
  return {
    doubt: (leadId) => readDoubt(prisma, environment, leadId),
    recordAsked: (leadId, requester) => recorded(prisma, requester, 'lead.look-up', `lead:${leadId}`),
    async takenVitecIds(leadId, vitecCustomerId, vitecLeadIds) {
      const taken = await prisma.lead.findMany({
        where: { id: { not: leadId }, vitecCustomerId, vitecLeadId: { in: vitecLeadIds } },
        select: { vitecLeadId: true },
      })
      return taken.flatMap(({ vitecLeadId }) => vitecLeadId ?? [])
    },
    settleFound: (found) => settleFound(prisma, found),
  }
}

async function readDoubt(
  prisma: PrismaClient,
  environment: EnvironmentId,
  leadId: string,
): Promise<Doubt | null> {
  const found = await prisma.lead.findUnique({
    where: { id: leadId, anonymisedAt: null },
    select: doubtColumns,
  })
  if (!found) return null
  const {
    environment: bornIn,
    receivedAt,
    vitecCustomerId,
    status,
    attemptCount,
    attempts,
    ...columns
  } = found
  const [leadSource, twins, restored] = await Promise.all([
    prisma.leadSource.findFirst({
      where: { vitecId: columns.vitecSourceId, customer: { vitecId: vitecCustomerId } },
      select: { name: true },
    }),
    prisma.lead.count({ where: twinsOf(leadId, found) }),
    prisma.$queryRaw<unknown[]>`SELECT id::text FROM lead WHERE id = ${leadId}::uuid AND ${isOfRestore}`,
  ])
  const sought = { ...columns, leadSourceName: leadSource?.name ?? null, hasTwin: twins > 0 }
  const restoredSince = restored.length > 0 ? receivedAt : null
  return {
    isOurs: bornIn === environment,
    restoredSince,
    vitecCustomerId,
    status,
    attemptCount,
    attempts,
    sought,
  }
}

/** Other leads of the person that may be in Vitec, unknown to us by their id; found by the index that searches use. */
function twinsOf(
  leadId: string,
  { vitecCustomerId, phone, email }: { vitecCustomerId: string; phone: string; email: string },
): Prisma.LeadWhereInput {
  return {
    id: { not: leadId },
    vitecCustomerId,
    vitecLeadId: null,
    OR: [
      ...[phone.replace('+', ''), email.toLowerCase(), idText(email, false)].map((text) => ({
        searchText: { contains: text },
      })),
    ],
    attempts: { some: { OR: [{ outcome: 'unknown' }, { endedAt: null }] } },
  }
}
