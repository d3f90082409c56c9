import { idText } from '@/lib/lead/search/search-text'
import type { Prisma } from '../generated/client'

/** Has a lead found by its id in Vitec, too. */
export async function addToSearch(
  transaction: Prisma.TransactionClient,
  leadId: string,
  vitecLeadId: string,
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE lead SET search_text = search_text ||
      CASE WHEN search_version < 1 THEN ' ' || lower(${vitecLeadId}) ELSE ${idText(vitecLeadId)} END
    WHERE id = ${leadId}::uuid`
}
