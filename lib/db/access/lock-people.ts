import type { Prisma } from '../generated/client'
import { takeLock } from '../locks'

/** Until the transaction ends nobody else becomes or stops being an administrator: there is never more than one first. */
export async function lockPeople(transaction: Prisma.TransactionClient): Promise<void> {
  await takeLock(transaction, 'people')
}

/** How many administrators can sign in. */
export function countAdministrators(transaction: Prisma.TransactionClient): Promise<number> {
  return transaction.person.count({ where: { role: 'administrator', disabledAt: null } })
}
