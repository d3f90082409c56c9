import type { PersonChange } from '@/lib/access/person-input'
import type { PersonView } from '@/lib/access/person-view'
import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { AppError } from '@/lib/errors'
import type { PrismaClient } from '../generated/client'
import { knownError } from '../known-error'
import { closeWaysIn } from './close-ways-in'
import { countAdministrators, lockPeople } from './lock-people'
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
