import type { Prisma } from '../generated/client'

/** Any number, as long as nobody else uses it. */
const people = 4_810_359

/** Until the transaction ends nobody else becomes or stops being an administrator: there is never more than one first. */
export async function lockPeople(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${people}::bigint)`
}

/** How many administrators can sign in. */
export function countAdministrators(transaction: Prisma.TransactionClient): Promise<number> {
  return transaction.person.count({ where: { role: 'administrator', disabledAt: null } })
}
