import type { Prisma, PrismaClient } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'

/**
 * Makes a customer's leads wait. The first reason stays: it is what an administrator has to mend.
 * A customer our list does not know is added to it, because a pause that nobody sees is never lifted.
 */
export async function pauseCustomer(
  prisma: Prisma.TransactionClient,
  vitecCustomerId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await prisma.customer.createMany({
    data: { vitecId: vitecCustomerId, name: vitecCustomerId },
    skipDuplicates: true,
  })
  await prisma.$executeRaw`
    INSERT INTO delivery_pause (vitec_customer_id, reason, since) VALUES (${vitecCustomerId}, ${reason}, ${now})
    ON CONFLICT (vitec_customer_id) DO NOTHING`
}

/** Lifts a customer's pause and makes its waiting leads due. Resolves to their number. */
export function resumeCustomer(
  prisma: PrismaClient,
  book: BookDelivery,
  vitecCustomerId: string,
  now: Date,
): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    await transaction.deliveryPause.deleteMany({ where: { vitecCustomerId } })
    const due = await transaction.$queryRaw<{ id: string }[]>`
      UPDATE lead SET next_attempt_at = ${now}, schedule_step = 0
      WHERE status = 'pending' AND vitec_customer_id = ${vitecCustomerId}
        AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)
      RETURNING id::text`
    for (const { id } of due) await book(sqlIn(transaction), id, now)
    return due.length
  })
}
