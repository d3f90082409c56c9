import type { Doubt } from '@/lib/delivery/look-up/doubt'
import type { LookUpStore } from '@/lib/delivery/look-up/look-up-store'
import type { Prisma, PrismaClient } from '../generated/client'
import { settleFound } from './settle-found'

const doubtColumns = {
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

/** {@link LookUpStore} on PostgreSQL. */
export function createLookUpStore(prisma: PrismaClient): LookUpStore {
  return {
    doubt: (leadId) => readDoubt(prisma, leadId),
    async takenVitecIds(leadId, vitecCustomerId, vitecLeadIds) {
      const taken = await prisma.lead.findMany({
        where: { id: { not: leadId }, vitecCustomerId, vitecLeadId: { in: vitecLeadIds } },
        select: { vitecLeadId: true },
      })
      return taken.flatMap(({ vitecLeadId }) => vitecLeadId ?? [])
    },
    settleFound: (found, now) => settleFound(prisma, found, now),
  }
}

async function readDoubt(prisma: PrismaClient, leadId: string): Promise<Doubt | null> {
  const found = await prisma.lead.findUnique({
    where: { id: leadId, anonymisedAt: null },
    select: doubtColumns,
  })
  if (!found) return null
  const { vitecCustomerId, status, attemptCount, attempts, ...columns } = found
  const [leadSource, twins] = await Promise.all([
    prisma.leadSource.findFirst({
      where: { vitecId: columns.vitecSourceId, customer: { vitecId: vitecCustomerId } },
      select: { name: true },
    }),
    prisma.lead.count({ where: twinsOf(leadId, found) }),
  ])
  const sought = { ...columns, leadSourceName: leadSource?.name ?? null, hasTwin: twins > 0 }
  return { vitecCustomerId, status, attemptCount, attempts, sought }
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
    OR: [phone, email].map((text) => ({ searchText: { contains: text.toLowerCase() } })),
    attempts: { some: { OR: [{ outcome: 'unknown' }, { endedAt: null }] } },
  }
}
