import { Prisma, type PrismaClient } from '../generated/client'
import { takeLock } from '../locks'
import { inDoubt } from './act'
import { addToSearch } from './add-to-search'
import { moveAtRest } from './move-at-rest'

const found = (vitecLeadId: string) => `Found in Vitec by a look-up: ${vitecLeadId}`

/**
 * Settles a lead in doubt as delivered with the id it was found by, if it has not been attempted since its
 * `attemptCount`, and no other lead of its customer has that id. One at a time: of two leads that are alike, looked up
 * at once, one gets the id.
 */
export function settleFound(
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
