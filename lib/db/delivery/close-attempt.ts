import type { Move } from '@/lib/delivery/after-attempt'
import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { OpenAttempt } from '@/lib/delivery/delivery-store'
import { moves } from '@/lib/delivery/moves'
import type { PrismaClient } from '../generated/client'
import { addToSearch } from './add-to-search'
import { type BookDelivery, sqlIn } from './book-delivery'
import { pauseCustomer } from './pause-customer'
import { liftPause } from './resume-customer'

/**
 * Closes an attempt, moves its lead, and books the next attempt or the customer's pause, all or nothing.
 * An attempt that a sweep has closed meanwhile stays as it is: that doubt was already shown.
 */
export function closeAttempt(
  prisma: PrismaClient,
  book: BookDelivery,
  attempt: OpenAttempt,
  result: AttemptResult,
  move: Move,
  now: Date,
): Promise<void> {
  return prisma.$transaction(async (transaction) => {
    const { leadId, number } = attempt
    const { count } = await transaction.deliveryAttempt.updateMany({
      where: { leadId, number, endedAt: null },
      data: attemptColumns(result, now),
    })
    if (count === 0) return
    const { vitecCustomerId } = await transaction.lead.update({
      where: { id: leadId, status: { in: [...moves.attempt.from] } },
      data: leadColumns(move, now),
      select: { vitecCustomerId: true },
    })
    if (move.vitecLeadId) await addToSearch(transaction, leadId, move.vitecLeadId)
    if (move.pause) await pauseCustomer(transaction, vitecCustomerId, storable(move.pause), now)
    if (move.liftsPause)
      await liftPause(transaction, book, { vitecCustomerId, olderThan: attempt.startedAt }, now)
    if (move.nextAttemptAt) await book(sqlIn(transaction), leadId, move.nextAttemptAt)
  })
}

function attemptColumns(result: AttemptResult, now: Date) {
  return {
    endedAt: now,
    httpStatus: result.httpStatus,
    answer: result.answer === null ? null : storable(result.answer),
    outcome: result.outcome,
    errorKind: 'errorKind' in result ? result.errorKind : null,
  }
}

function leadColumns(move: Move, now: Date) {
  return {
    status: move.status,
    lastWord: storable(move.word),
    vitecLeadId: move.vitecLeadId,
    nextAttemptAt: move.nextAttemptAt,
    ...(move.status === 'delivered' && { deliveredAt: now }),
  }
}

/** PostgreSQL's text refuses NUL, and a neighbour may answer anything. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD')
