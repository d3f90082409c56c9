import type { Prisma } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'

/** Lifts a customer's pause and makes its waiting leads due. Resolves to their number. */
export async function resumeCustomer(
  transaction: Prisma.TransactionClient,
  book: BookDelivery,
  vitecCustomerId: string,
  now: Date,
): Promise<number> {
  await transaction.deliveryPause.deleteMany({ where: { vitecCustomerId } })
  const due = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE lead SET next_attempt_at = ${now}, schedule_step = 0
    WHERE status = 'pending' AND vitec_customer_id = ${vitecCustomerId}
      AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)
    RETURNING id::text`
  for (const { id } of due) await book(sqlIn(transaction), id, now)
  return due.length
}

/** Resumes a customer whose pause began before `olderThan`: an attempt begun since then was answered. */
export async function liftPause(
  transaction: Prisma.TransactionClient,
  book: BookDelivery,
  { vitecCustomerId, olderThan }: { vitecCustomerId: string; olderThan: Date },
  now: Date,
): Promise<void> {
  const paused = await transaction.deliveryPause.count({
    where: { vitecCustomerId, since: { lt: olderThan } },
  })
  if (paused > 0) await resumeCustomer(transaction, book, vitecCustomerId, now)
}
