import { createHash, randomUUID } from 'node:crypto'
import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { swedishOrder } from '@/lib/i18n/language'
import type { DeviceOwner } from '@/lib/people/known-device'
import type { NewInvitation } from '@/lib/people/person-input'
import type { AccountOf, KeptToken, PersonStore } from '@/lib/people/person-store'
import type { InvitationView } from '@/lib/people/person-view'
import { acceptInvitation } from './accept-invitation'
import { changePerson, countAdministrators, lockPeople, removePerson } from './change-person'
import { invitationColumns, personColumns, toInvitationView, toPersonView } from './person-columns'

/** {@link PersonStore} on PostgreSQL. */
export function createPersonStore(prisma: PrismaClient): PersonStore {
  return {
    async list(now) {
      const [people, invitations] = await Promise.all([
        prisma.person.findMany({ select: personColumns, orderBy: { id: 'asc' } }),
        prisma.invitation.findMany({
          where: { email: { not: null }, expiresAt: { gt: now } },
          select: invitationColumns,
          orderBy: { createdAt: 'desc' },
        }),
      ])
      const sorted = people.toSorted((one, other) => swedishOrder(one.name, other.name))
      return { people: sorted.map(toPersonView), invitations: invitations.map(toInvitationView) }
    },
    async find(id) {
      const person = await prisma.person.findUnique({ where: { id }, select: personColumns })
      return person && toPersonView(person)
    },
    async idOf(email) {
      const person = await prisma.person.findUnique({ where: { email }, select: { id: true } })
      return person?.id ?? null
    },
    deviceOwner: (account) => findDeviceOwner(prisma, account),
    invite: ({ email, role }, token, requester) =>
      prisma.$transaction(async (transaction) => {
        if (await transaction.person.findUnique({ where: { email }, select: { id: true } }))
          throw new AppError('already_exists', 'There is somebody with that e-mail address already.')
        const invitation = await keepInvitation(transaction, { email, role }, token)
        await recorded(transaction, requester, 'person.invite', `invitation:${invitation.id}`)
        return invitation
      }),
    offerReset: (personId, token, requester) =>
      prisma.$transaction(async (transaction) => {
        const person = await transaction.person.findUnique({
          where: { id: personId },
          select: { email: true, role: true },
        })
        if (!person) throw new AppError('not_found', 'There is no such person.')
        await recorded(transaction, requester, 'person.reset', `person:${personId}`)
        return keepInvitation(transaction, person, token)
      }),
    async mailed({ tokenHash }) {
      const where = { tokenHash, email: { not: null } }
      const [mailed] = await prisma.invitation.updateManyAndReturn({
        where,
        data: { mailedAt: new Date() },
        select: invitationColumns,
      })
      return mailed ? toInvitationView(mailed) : null
    },
    withdraw: (id, requester) =>
      prisma.$transaction(async (transaction) => {
        const { count } = await transaction.invitation.deleteMany({ where: { id, email: { not: null } } })
        if (count === 0) throw new AppError('not_found', 'There is no such invitation.')
        await recorded(transaction, requester, 'person.withdraw', `invitation:${id}`)
      }),
    offerSetUp: (token) =>
      prisma.$transaction(async (transaction) => {
        await lockPeople(transaction)
        if ((await countAdministrators(transaction)) > 0) return false
        await transaction.invitation.create({
          data: { ...token, role: 'administrator' },
          select: { id: true },
        })
        return true
      }),
    async openInvitation(tokenHash, now) {
      const invitation = await prisma.invitation.findUnique({
        where: { tokenHash, expiresAt: { gt: now } },
        select: { email: true, role: true },
      })
      if (!invitation) return null
      const { email } = invitation
      const columns = { name: true, disabledAt: true }
      const person =
        email === null ? null : await prisma.person.findUnique({ where: { email }, select: columns })
      return person?.disabledAt ? null : { ...invitation, name: person?.name ?? null }
    },
    accept: (newcomer, now, from) => acceptInvitation(prisma, newcomer, now, from),
    remove: (id, requester) => removePerson(prisma, id, requester),
    change: (id, change, now, requester) => changePerson(prisma, id, change, { now, requester }),
    signOutEverywhere: (id, requester) =>
      prisma.$transaction(async (transaction) => {
        const { count } = await transaction.personSession.deleteMany({ where: { userId: id } })
        if (count > 0) await recorded(transaction, requester, 'person.sign-out-everywhere', `person:${id}`)
      }),
  }
}

/** A second one of the same address takes the place of the first. */
async function keepInvitation(
  prisma: Prisma.TransactionClient,
  { email, role }: NewInvitation,
  token: KeptToken,
): Promise<InvitationView> {
  const row = { ...token, role, mailedAt: null }
  const invitation = await prisma.invitation.upsert({
    where: { email },
    create: { id: randomUUID(), email, ...row },
    update: row,
    select: invitationColumns,
  })
  return toInvitationView(invitation)
}

/**
 * Whom browsers may be known to; see `PersonStore.deviceOwner`. A password's hash has a salt of its own, and a second
 * factor an id: both are others even where the same was chosen again.
 */
async function findDeviceOwner(
  prisma: Pick<PrismaClient, 'person'>,
  account: AccountOf,
): Promise<DeviceOwner | null> {
  const person = await prisma.person.findUnique({
    where: { ...account, disabledAt: null },
    select: {
      id: true,
      credentials: { select: { password: true }, orderBy: { id: 'asc' } },
      secondFactors: { where: { verified: true }, select: { id: true }, orderBy: { id: 'asc' } },
    },
  })
  if (!person) return null
  const { id, credentials, secondFactors } = person
  const stamp = createHash('sha256')
    .update(JSON.stringify([credentials, secondFactors]))
    .digest('base64url')
  return { personId: id, stamp }
}
