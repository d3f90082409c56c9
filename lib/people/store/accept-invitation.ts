import { randomUUID } from 'node:crypto'
import { recorded } from '@/lib/audit/store/record-event'
import { knownError } from '@/lib/db/database-error'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import type { Accepted, Newcomer } from '@/lib/people/person-store'
import type { FieldError } from '@/lib/validation/field-error'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import { countAdministrators, lockPeople } from './change-person'

const noEmail: FieldError = { field: 'email', code: 'required', message: fieldErrorMessage('required', {}) }

/** Makes a person of an invitation; see `PersonStore.accept`. */
export async function acceptInvitation(
  prisma: PrismaClient,
  { tokenHash, name, email: given, passwordHash }: Newcomer,
  now: Date,
  from: string,
): Promise<Accepted> {
  const gone = () => new AppError('not_found', 'This link is used up, too old, or not complete.')
  return prisma
    .$transaction(async (transaction) => {
      await lockPeople(transaction)
      const invitation = await transaction.invitation.findUnique({
        where: { tokenHash, expiresAt: { gt: now } },
        select: { id: true, email: true, role: true },
      })
      if (!invitation) throw gone()
      const isSetUp = invitation.email === null
      if (isSetUp && (await countAdministrators(transaction)) > 0) throw gone()
      const email = invitation.email ?? given
      if (email === null)
        throw new AppError('invalid_fields', 'email is missing; see errors.', { errors: [noEmail] })
      await transaction.invitation.deleteMany(
        // All links of the set-up, of every start, are used up with the first of them.
        { where: isSetUp ? { email: null } : { id: invitation.id } },
      )
      const known =
        invitation.email === null
          ? null
          : await transaction.person.findUnique({ where: { email }, select: { id: true, disabledAt: true } })
      if (known?.disabledAt) throw gone()
      const accepted = (id: string) =>
        recorded(transaction, { by: `person:${id}`, from }, 'person.accept', `person:${id}`)
      if (known) {
        await accepted(known.id)
        return reset(transaction, known.id, { name, passwordHash })
      }
      const id = randomUUID()
      await transaction.person.create({
        data: { id, name, email, emailVerified: true, role: invitation.role },
        select: { id: true },
      })
      const credential = {
        id: randomUUID(),
        userId: id,
        accountId: id,
        providerId: 'credential',
        password: passwordHash,
      }
      await transaction.personCredential.create({ data: credential, select: { id: true } })
      await accepted(id)
      return { id, email, role: invitation.role }
    })
    .catch((error: unknown) => Promise.reject(knownError(error)))
}

/** A person who lost the password may have lost the phone too, and a thief who has either must not stay in. */
async function reset(
  transaction: Prisma.TransactionClient,
  id: string,
  { name, passwordHash }: Pick<Newcomer, 'name' | 'passwordHash'>,
): Promise<Accepted> {
  await transaction.personCredential.updateMany({ where: { userId: id }, data: { password: passwordHash } })
  await transaction.secondFactor.deleteMany({ where: { userId: id } })
  await transaction.personSession.deleteMany({ where: { userId: id } })
  return transaction.person.update({
    where: { id },
    data: { name, twoFactorEnabled: false },
    select: { id: true, email: true, role: true },
  })
}
