import type { LeadStatus } from '@/lib/lead/lead'
import { Prisma, type PrismaClient } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'

/** Makes a lead due now if its state is one of `from` and no attempt is open; the schedule starts over. */
export function makeDue(
  prisma: PrismaClient,
  book: BookDelivery,
  leadId: string,
  from: readonly LeadStatus[],
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const changed = await transaction.$executeRaw`
      UPDATE lead SET status = 'pending', next_attempt_at = ${now}, schedule_step = 0
      WHERE id = ${leadId}::uuid AND status::text IN (${Prisma.join([...from])})
        AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`
    if (changed === 0) return false
    await book(sqlIn(transaction), leadId, now)
    return true
  })
}
