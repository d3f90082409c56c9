import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { knownError } from '@/lib/db/database-error'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import { AppError } from '@/lib/errors'
import type { PersonChange } from '@/lib/people/person-input'
import type { PersonView } from '@/lib/people/person-view'
import { forgetViewsOf } from '@/lib/views/store/create-view-store'
import { personColumns, toPersonView } from './person-columns'

/** Changes a person's role or access; see `PersonStore.change`. */
export async function changePerson(
  prisma: PrismaClient,
  id: string,
  { role, disabled }: PersonChange,
  { now, requester }: { now: Date; requester: Requester },
): Promise<PersonView> {
  return prisma
    .$transaction(async (transaction) => {
      await lockPeople(transaction)
      const before = await transaction.person.findUniqueOrThrow({ where: { id }, select: personColumns })
      const isAsked = disabled === undefined || disabled === (before.disabledAt !== null)
      if (isAsked && (role === undefined || role === before.role)) return toPersonView(before)
      const changed = await transaction.person.update({
        where: { id },
        data: {
          ...(role !== undefined && { role }),
          ...(disabled !== undefined && { disabledAt: disabled ? now : null }),
        },
        select: personColumns,
      })
      if ((await countAdministrators(transaction)) === 0)
        throw new AppError('last_administrator', 'There has to be an administrator who can sign in.')
      if (disabled) await closeWaysIn(transaction, changed)
      await recorded(transaction, requester, 'person.change', `person:${id}`)
      return toPersonView(changed)
    })
    .catch((error: unknown) => Promise.reject(knownError(error)))
}

/** Removes a person, with everything that is kept of them but their id; see `PersonStore.remove`. */
export async function removePerson(prisma: PrismaClient, id: string, requester: Requester): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    await lockPeople(transaction)
    const person = await transaction.person.findUnique({
      where: { id },
      select: { id: true, email: true, disabledAt: true },
    })
    if (!person) throw new AppError('not_found', 'There is no such person.')
    if (!person.disabledAt) throw new AppError('not_allowed', 'Shut the person out first.')
    await closeWaysIn(transaction, person)
    // What they sent that did not arrive is kept under their id and its own.
    const own = { OR: [{ actor: `person:${id}` }, { actor: { startsWith: `person:${id}/` } }] }
    await transaction.leadDraft.deleteMany({ where: own })
    await transaction.person.delete({ where: { id }, select: { id: true } })
    await forgetViewsOf(transaction, `person:${id}`)
    await recorded(transaction, requester, 'person.remove', `person:${id}`)
  })
}

/** Ends whatever would let a person in without being asked anew: sessions, a sign-in half done, a link. */
async function closeWaysIn(
  transaction: Prisma.TransactionClient,
  { id, email }: { id: string; email: string },
): Promise<void> {
  await transaction.personSession.deleteMany({ where: { userId: id } })
  // A sign-in that waits for its code holds the person's id.
  await transaction.signInChallenge.deleteMany({ where: { value: id } })
  await transaction.invitation.deleteMany({ where: { email } })
}

/** Until the transaction ends no one else becomes or stops being an administrator: there is never more than one first. */
export async function lockPeople(transaction: Prisma.TransactionClient): Promise<void> {
  await takeLock(transaction, 'people')
}

/** How many administrators can sign in. */
export function countAdministrators(transaction: Prisma.TransactionClient): Promise<number> {
  return transaction.person.count({ where: { role: 'administrator', disabledAt: null } })
}
