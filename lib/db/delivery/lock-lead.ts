import type { Prisma } from '../generated/client'

/**
 * Waits for whoever changes the lead, and keeps others from changing it until the transaction ends. A statement of its
 * own: one that waits for a row sees the row as it is then, but everything else as it was before.
 */
export async function lockLead(transaction: Prisma.TransactionClient, leadId: string): Promise<void> {
  await transaction.$queryRaw`SELECT id::text FROM lead WHERE id = ${leadId}::uuid FOR NO KEY UPDATE`
}
