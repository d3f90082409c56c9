import { moves } from '@/lib/delivery/moves'
import { Prisma, type PrismaClient } from '../generated/client'
import { addToSearch } from './add-to-search'
import { moveAtRest } from './move-at-rest'

/** Any number, as long as nobody else uses it. */
const foundLock = 4_810_358

const found = (vitecLeadId: string) => `Found in Vitec by a look-up: ${vitecLeadId}`

/**
 * Settles a lead in doubt as delivered with the id it was found by, if it has not been attempted since its
 * `attemptCount`, and no other lead of its customer has that id. One at a time: of two leads that are alike, looked up
 * at once, one gets the id.
 */
export function settleFound(
  prisma: PrismaClient,
  { leadId, attemptCount, vitecLeadId }: { leadId: string; attemptCount: number; vitecLeadId: string },
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${foundLock})`
    const settled = await moveAtRest(transaction, {
      leadId,
      from: moves.look_up.from,
      change: Prisma.sql`status = 'delivered', delivered_at = ${now}, vitec_lead_id = ${vitecLeadId},
        last_word = ${found(vitecLeadId)}`,
      where: Prisma.sql`attempt_count = ${attemptCount} AND NOT EXISTS (
        SELECT FROM lead other
        WHERE other.vitec_lead_id = ${vitecLeadId} AND other.vitec_customer_id = lead.vitec_customer_id)`,
    })
    if (settled) await addToSearch(transaction, leadId, vitecLeadId)
    return settled
  })
}
