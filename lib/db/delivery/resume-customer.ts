import { Prisma } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'
import { lockPause } from './lock-pause'

/** Lifts a customer's pause and makes its waiting leads due. Resolves to their number. */
export async function resumeCustomer(
  transaction: Prisma.TransactionClient,
  book: BookDelivery,
  vitecCustomerId: string,
  now: Date,
): Promise<number> {
  await lockPause(transaction, vitecCustomerId)
  await transaction.deliveryPause.deleteMany({ where: { vitecCustomerId } })
  const waiting = Prisma.sql`status = 'pending' AND vitec_customer_id = ${vitecCustomerId}
    AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`
  // As in lockLead. A lead whose attempt is being closed is not waited for: whoever closes it may wait for us.
  await transaction.$queryRaw`SELECT id::text FROM lead WHERE ${waiting} FOR NO KEY UPDATE`
  const due = await transaction.$queryRaw<{ id: string }[]>`
    UPDATE lead SET next_attempt_at = ${now}, schedule_step = 0 WHERE ${waiting} RETURNING id::text`
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
