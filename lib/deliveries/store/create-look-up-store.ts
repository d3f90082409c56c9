import { recorded } from '@/lib/audit/store/record-event'
import { isOfRestore } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { Doubt } from '@/lib/deliveries/look-up/doubt'
import type { LookUpStore } from '@/lib/deliveries/look-up/look-up-store'
import { type EnvironmentId, testing } from '@/lib/environments/environment'
import { idText } from '@/lib/leads/search/search-text'
import { inDoubt, moveAtRest } from './move-lead'

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

type Sent = { environment: string | null; vitecCustomerId: string; phone: string; email: string }

/**
 * Other leads of the person that may be in Vitec, unknown to us by their id; found by the index that searches use. What test
 * keys sent is with the stand-in, and nowhere else.
 */
function twinsOf(
  leadId: string,
  { environment, vitecCustomerId, phone, email }: Sent,
): Prisma.LeadWhereInput {
  const isOfTest = environment === testing
  return {
    id: { not: leadId },
    vitecCustomerId,
    vitecLeadId: null,
    AND: isOfTest ? { environment } : { OR: [{ environment: null }, { environment: { not: testing } }] },
    OR: [
      ...[phone.replace('+', ''), email.toLowerCase(), idText(email, false)].map((text) => ({
        searchText: { contains: text },
      })),
    ],
    attempts: { some: { OR: [{ outcome: 'unknown' }, { endedAt: null }] } },
  }
}

const found = (vitecLeadId: string) => `Found in Vitec by a look-up: ${vitecLeadId}`

/**
 * Settles a lead in doubt as delivered with the id it was found by, if it has not been attempted since its
 * `attemptCount`, and no other lead of its customer has that id. One at a time: of two leads that are alike, looked up
 * at once, one gets the id.
 */
function settleFound(
  prisma: PrismaClient,
  { leadId, attemptCount, vitecLeadId }: { leadId: string; attemptCount: number; vitecLeadId: string },
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'foundLeads')
    const settled = await moveAtRest(transaction, {
      leadId,
      from: inDoubt.from,
      change: Prisma.sql`status = 'delivered', delivered_at = delivery_clock(), next_attempt_at = NULL, vitec_lead_id = ${vitecLeadId},
        last_word = ${found(vitecLeadId)}`,
      where: Prisma.sql`${inDoubt.where} AND attempt_count = ${attemptCount} AND NOT EXISTS (
        SELECT FROM lead other
        WHERE other.vitec_lead_id = ${vitecLeadId} AND other.vitec_customer_id = lead.vitec_customer_id)`,
    })
    if (settled) await addToSearch(transaction, leadId, vitecLeadId)
    return settled
  })
}

/** Has a lead found by its id in Vitec, too. */
async function addToSearch(
  transaction: Prisma.TransactionClient,
  leadId: string,
  vitecLeadId: string,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE lead SET search_text = search_text ||
      CASE WHEN search_version < 1 THEN ' ' || lower(${vitecLeadId}) ELSE ${idText(vitecLeadId)} END
    WHERE id = ${leadId}::uuid`
}
