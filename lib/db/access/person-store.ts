import { randomUUID } from 'node:crypto'
import type { NewInvitation } from '@/lib/access/person-input'
import type { KeptToken, PersonStore } from '@/lib/access/person-store'
import type { InvitationView } from '@/lib/access/person-view'
import { AppError } from '@/lib/errors'
import type { PrismaClient } from '../generated/client'
import { acceptInvitation } from './accept-invitation'
import { changePerson } from './change-person'
import { countAdministrators, lockPeople } from './lock-people'
import { invitationColumns, personColumns, toInvitationView, toPersonView } from './person-columns'
import { removePerson } from './remove-person'

/** {@link PersonStore} on PostgreSQL. */
export function createPersonStore(prisma: PrismaClient): PersonStore {
  return {
    async list(now) {
      const [people, invitations] = await Promise.all([
        prisma.person.findMany({ select: personColumns, orderBy: [{ name: 'asc' }, { id: 'asc' }] }),
        prisma.invitation.findMany({
          where: { email: { not: null }, expiresAt: { gt: now } },
          select: invitationColumns,
          orderBy: { createdAt: 'desc' },
        }),
      ])
      return { people: people.map(toPersonView), invitations: invitations.map(toInvitationView) }
    },
    async find(id) {
      const person = await prisma.person.findUnique({ where: { id }, select: personColumns })
      return person && toPersonView(person)
    },
    async idOf(email) {
      const person = await prisma.person.findUnique({ where: { email }, select: { id: true } })
      return person?.id ?? null
    },
    async invite({ email, role }, token) {
      if (await prisma.person.findUnique({ where: { email }, select: { id: true } }))
        throw new AppError('already_exists', 'There is somebody with that e-mail address already.')
      return keepInvitation(prisma, { email, role }, token)
    },
    async offerReset(personId, token) {
      const person = await prisma.person.findUnique({
        where: { id: personId },
        select: { email: true, role: true },
      })
      if (!person) throw new AppError('not_found', 'There is no such person.')
      return keepInvitation(prisma, person, token)
    },
    async withdraw(id) {
      const { count } = await prisma.invitation.deleteMany({ where: { id, email: { not: null } } })
      if (count === 0) throw new AppError('not_found', 'There is no such invitation.')
    },
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
    accept: (newcomer, now) => acceptInvitation(prisma, newcomer, now),
    remove: (id) => removePerson(prisma, id),
    change: (id, change, now) => changePerson(prisma, id, change, now),
    async signOutEverywhere(id) {
      await prisma.personSession.deleteMany({ where: { userId: id } })
    },
    async forgetExpired(now) {
      const where = { expiresAt: { lte: now } }
      await prisma.personSession.deleteMany({ where })
      await prisma.signInChallenge.deleteMany({ where })
      await prisma.invitation.deleteMany({ where })
    },
  }
}

/** A second one of the same address takes the place of the first. */
async function keepInvitation(
  prisma: PrismaClient,
  { email, role }: NewInvitation,
  token: KeptToken,
): Promise<InvitationView> {
  const row = { ...token, role }
  const invitation = await prisma.invitation.upsert({
    where: { email },
    create: { id: randomUUID(), email, ...row },
    update: row,
    select: invitationColumns,
  })
  return toInvitationView(invitation)
}
