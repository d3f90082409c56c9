import type { Prisma } from '../generated/client'

/** Has a lead found by its id in Vitec, too. */
export async function addToSearch(
  transaction: Prisma.TransactionClient,
  leadId: string,
  vitecLeadId: string,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE lead SET search_text = search_text || ' ' || lower(${vitecLeadId}) WHERE id = ${leadId}::uuid`
}
