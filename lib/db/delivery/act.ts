import { moves, type PlainAction } from '@/lib/delivery/moves'
import { Prisma, type PrismaClient } from '../generated/client'
import { type BookDelivery, sqlIn } from './book-delivery'
import { moveAtRest } from './move-at-rest'

const settled = 'Found in Vitec by a person.'
const cancelled = 'Cancelled by a person.'

type Act = {
  leadId: string
  action: PlainAction
  now: Date
  /** What else must hold of the lead. */
  where: Prisma.Sql
}

/**
 * Does what a person decided, if the lead's status allows it and no attempt is open: one conditional UPDATE of a
 * locked row, so that of two clicks one counts. `seen` is the number of attempts it must have had. Sending again starts the schedule over and books the attempt.
 */
export function act(
  prisma: PrismaClient,
  book: BookDelivery,
  leadId: string,
  action: PlainAction,
  now: Date,
  seen?: number,
): Promise<boolean> {
  const where = seen === undefined ? Prisma.sql`TRUE` : Prisma.sql`attempt_count = ${seen}`
  return prisma.$transaction((transaction) => actWithin(transaction, book, { leadId, action, now, where }))
}

/** {@link act} as a part of the caller's transaction. */
export async function actWithin(
  transaction: Prisma.TransactionClient,
  book: BookDelivery,
  { leadId, action, now, where }: Act,
): Promise<boolean> {
  const { from } = moves[action]
  if (!(await moveAtRest(transaction, { leadId, from, change: changeOf(action, now), where }))) return false
  if (action === 'send_again') await book(sqlIn(transaction), leadId, now)
  return true
}

function changeOf(action: PlainAction, now: Date): Prisma.Sql {
  switch (action) {
    case 'send_again':
      return Prisma.sql`status = 'pending', next_attempt_at = ${now}, schedule_step = 0`
    case 'settle':
      return Prisma.sql`status = 'delivered', delivered_at = ${now}, last_word = ${settled}`
    case 'cancel':
      return Prisma.sql`status = 'cancelled', next_attempt_at = NULL, last_word = ${cancelled}`
  }
}
