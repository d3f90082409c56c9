import { hashLinkToken, newLinkToken } from '@/lib/access/link-token'
import type { Acceptance, NewInvitation, PersonChange } from '@/lib/access/person-input'
import type { Accepted, PersonStore } from '@/lib/access/person-store'
import type { Invited, OpenInvitation } from '@/lib/access/person-view'
import type { PeopleAuth } from '@/lib/auth/people-auth'
import { AppError } from '@/lib/errors'

const hour = 60 * 60 * 1000
const invitationMs = 7 * 24 * hour
const setUpMs = 24 * hour

export type People = ReturnType<typeof createPeople>

/** Who may sign in, and how they come to: what pages and routes may do about people. */
export function createPeople(store: PersonStore, auth: PeopleAuth, publicUrl: string) {
  const now = () => new Date()
  /** The token stands behind the `#`: browsers send it nowhere, so no log has it. */
  const link = (page: string, token: string) => `${publicUrl.replace(/\/$/, '')}/${page}#${token}`
  const gone = () => new AppError('not_found', 'This link is used up, too old, or not complete.')

  return {
    auth,
    list: () => store.list(now()),
    find: (id: string) => store.find(id),
    idOf: (email: string) => store.idOf(email),
    change: (id: string, change: PersonChange) => store.change(id, change, now()),
    remove: (id: string) => store.remove(id),
    withdraw: (invitationId: string) => store.withdraw(invitationId),
    signOutEverywhere: (id: string) => store.signOutEverywhere(id),
    forgetExpired: () => store.forgetExpired(now()),

    /** Invites somebody for a week; the link is in the answer and nowhere else. @throws {AppError} `already_exists` */
    async invite(invitation: NewInvitation): Promise<Invited> {
      const { token, tokenHash } = newLinkToken()
      const kept = { tokenHash, expiresAt: new Date(Date.now() + invitationMs) }
      return { invitation: await store.invite(invitation, kept), link: link('invitation', token) }
    },

    /** A link by which somebody who has an account chooses a new password. @throws {AppError} `not_found` */
    async offerReset(personId: string): Promise<Invited> {
      const { token, tokenHash } = newLinkToken()
      const kept = { tokenHash, expiresAt: new Date(Date.now() + invitationMs) }
      return { invitation: await store.offerReset(personId, kept), link: link('invitation', token) }
    },

    /** @throws {AppError} `not_found` */
    async openInvitation(token: string): Promise<OpenInvitation> {
      const open = await store.openInvitation(hashLinkToken(token), now())
      if (!open) throw gone()
      return open
    },

    /** Makes a person of an invitation, who can sign in then. @throws {AppError} `not_found`, `already_exists` */
    async accept({ token, name, email, password }: Acceptance): Promise<Accepted> {
      const tokenHash = hashLinkToken(token)
      // Before the password is hashed, which takes long enough to be worth an attack.
      if (!(await store.openInvitation(tokenHash, now()))) throw gone()
      const passwordHash = await auth.hashPassword(password)
      return store.accept({ tokenHash, name, email, passwordHash }, now())
    },

    /** The link by which the first administrator begins, good for a day; `null` when there is one. */
    async setUpLink(): Promise<string | null> {
      const { token, tokenHash } = newLinkToken()
      const isNeeded = await store.offerSetUp({ tokenHash, expiresAt: new Date(Date.now() + setUpMs) })
      return isNeeded ? link('setup', token) : null
    },
  }
}
