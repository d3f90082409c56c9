import type { LeadStatus } from '@/lib/lead/lead'
import { Prisma } from '../generated/client'
import { lockLead } from './lock-lead'

type MoveAtRest = {
  leadId: string
  from: readonly LeadStatus[]
  /** What becomes of the row. */
  change: Prisma.Sql
  /** What else must hold of the table `lead`. */
  where: Prisma.Sql
}

/**
 * Moves a lead that no attempt is under way for: one conditional UPDATE of a locked row, so that of two callers one does it.
 * Resolves to whether it did.
 */
export async function moveAtRest(
  transaction: Prisma.TransactionClient,
  { leadId, from, change, where }: MoveAtRest,
): Promise<boolean> {
  await lockLead(transaction, leadId)
  const changed = await transaction.$executeRaw`
    UPDATE lead SET ${change}
    WHERE id = ${leadId}::uuid AND status::text IN (${Prisma.join([...from])}) AND ${where}
      AND anonymised_at IS NULL
      AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`
  return changed > 0
}
