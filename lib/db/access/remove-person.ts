import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { AppError } from '@/lib/errors'
import type { PrismaClient } from '../generated/client'
import { closeWaysIn } from './close-ways-in'
import { lockPeople } from './lock-people'

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
    await transaction.person.delete({ where: { id }, select: { id: true } })
    await recorded(transaction, requester, 'person.remove', `person:${id}`)
  })
}
