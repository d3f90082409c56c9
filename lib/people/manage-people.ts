import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Requester } from '@/lib/audit/audit-event'
import type { PeopleAuth, WithCookies } from '@/lib/auth/people-auth'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { DeviceNotices } from '@/lib/mail/device-notices'
import type { SendMail } from '@/lib/mail/mail'
import { linkMail } from '@/lib/mail/person-mails'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import { guessableAs, type PasswordOwner } from './guessable-password'
import type { KnownDevices } from './known-device'
import type { Acceptance, NewInvitation, PasswordChange, PersonChange } from './person-input'
import type { Accepted, AccountOf, KeptToken, PersonStore } from './person-store'
import type { InvitationView, Invited, OpenInvitation, PeopleView } from './person-view'

const hour = 60 * 60 * 1000
const invitationMs = 7 * 24 * hour
const setUpMs = 24 * hour

export type People = ReturnType<typeof createPeople>

/** `mail`: how people are written to; `null` where no mail server is known. */
export type PeoplePorts = {
  store: PersonStore
  auth: PeopleAuth
  devices: KnownDevices
  mail: { send: SendMail; deviceNotices: Pick<DeviceNotices, 'note'> } | null
}

/** Who may sign in, and how they come to: what pages and routes may do about people. */
export function createPeople({ store, auth, devices, mail }: PeoplePorts, publicUrl: string) {
  const now = () => new Date()
  const link = (page: string, token: string) => linkTo(publicUrl, page, token)
  const gone = () => new AppError('not_found', 'This link is used up, too old, or not complete.')

  return {
    auth,
    list: async (): Promise<PeopleView> => ({ ...(await store.list(now())), sendsMail: mail !== null }),
    find: (id: string) => store.find(id),
    idOf: (email: string) => store.idOf(email),
    change: (id: string, change: PersonChange, requester: Requester) =>
      store.change(id, change, now(), requester),
    remove: (id: string, requester: Requester) => store.remove(id, requester),
    withdraw: (invitationId: string, requester: Requester) => store.withdraw(invitationId, requester),
    signOutEverywhere: (id: string, requester: Requester) => store.signOutEverywhere(id, requester),

    /** The number under which a request's browser is known to an account; `null` for a stranger's. */
    async deviceOf(headers: Headers, account: AccountOf): Promise<string | null> {
      const owner = devices.carries(headers) ? await store.deviceOwner(account) : null
      return owner && devices.numberOf(headers, owner)
    },

    /** The cookies by which a browser that has just signed in is known to the account. */
    async rememberDevice(headers: Headers, id: string): Promise<string[]> {
      const owner = await store.deviceOwner({ id })
      return owner ? [devices.remember(headers, owner)] : []
    },

    /** Has a person told of a browser that signs in to their account for the first time. */
    async tellOfDevice(headers: Headers, id: string): Promise<void> {
      if (!mail) return
      const owner = await store.deviceOwner({ id })
      if (owner && devices.numberOf(headers, owner) === null) await mail.deviceNotices.note(id)
    },

    /**
     * Invites a person for a week; the link is in the answer and, where there is a mail server, in a mail to them, and nowhere
     * else. @throws {AppError} `already_exists`
     */
    async invite(invitation: NewInvitation, requester: Requester): Promise<Invited> {
      const { token, kept } = newLink()
      return handOver('invitation', await store.invite(invitation, kept, requester), { token, kept })
    },

    /** A link by which a person with an account chooses a new password, as {@link invite}. @throws {AppError} `not_found` */
    async offerReset(personId: string, requester: Requester): Promise<Invited> {
      const { token, kept } = newLink()
      return handOver('reset', await store.offerReset(personId, kept, requester), { token, kept })
    },

    /** @throws {AppError} `not_found` */
    async openInvitation(token: string): Promise<OpenInvitation> {
      const open = await store.openInvitation(hashLinkToken(token), now())
      if (!open) throw gone()
      return open
    },

    /**
     * Makes a person of an invitation, who can sign in then. `from` is the address it is asked from.
     * @throws {AppError} `not_found`, `already_exists`, `invalid_fields` for a password that is easy to guess
     */
    async accept({ token, name, email, password }: Acceptance, from: string): Promise<Accepted> {
      const tokenHash = hashLinkToken(token)
      // Before the password is hashed, which takes long enough to be worth an attack.
      const open = await store.openInvitation(tokenHash, now())
      if (!open) throw gone()
      refuseGuessable('password', password, { name, email: open.email ?? email ?? '' })
      const passwordHash = await auth.hashPassword(password)
      return store.accept({ tokenHash, name, email, passwordHash }, now(), from)
    },

    /** Other browsers are signed out by it. @throws {AppError} `wrong_password`, `invalid_fields` as for {@link accept} */
    async changePassword(id: string, change: PasswordChange, headers: Headers): Promise<WithCookies<null>> {
      const person = await store.find(id)
      if (person) refuseGuessable('next', change.next, person)
      return auth.changePassword(change, headers)
    },

    /** The link by which the first administrator begins, good for a day; `null` when there is one. */
    async setUpLink(): Promise<string | null> {
      const { token, tokenHash } = newLinkToken()
      const isNeeded = await store.offerSetUp({ tokenHash, expiresAt: new Date(Date.now() + setUpMs) })
      return isNeeded ? link('setup', token) : null
    },
  }

  /** Mails a new link where there is a mail server. No mail is worth the link: one that fails is told with it. */
  async function handOver(
    kind: 'invitation' | 'reset',
    invitation: InvitationView,
    { token, kept }: { token: string; kept: KeptToken },
  ): Promise<Invited> {
    const made = { invitation, link: link('invitation', token) }
    if (!mail) return { ...made, mail: 'off' }
    const { sent, code } = await mail.send([invitation.email], linkMail(kind, made.link), randomUUID())
    if (!sent) {
      log.warn({ invitation: invitation.id, code }, 'a link was not mailed')
      return { ...made, mail: 'failed' }
    }
    return { ...made, invitation: (await store.mailed(kept)) ?? invitation, mail: 'sent' }
  }
}

/** A link for a week. */
function newLink(): { token: string; kept: KeptToken } {
  const { token, tokenHash } = newLinkToken()
  return { token, kept: { tokenHash, expiresAt: new Date(Date.now() + invitationMs) } }
}

/** The token stands behind the `#`: browsers send it nowhere, so no log has it. */
export const linkTo = (publicUrl: string, page: string, token: string): string =>
  `${publicUrl.replace(/\/$/, '')}/${page}#${token}`

function refuseGuessable(field: string, password: string, owner: PasswordOwner): void {
  const code = guessableAs(password, owner)
  if (code === null) return
  const error = { field, code, message: fieldErrorMessage(code, {}) }
  throw new AppError('invalid_fields', '1 field is wrong; see errors.', { errors: [error] })
}

const bytes = 32

/** What stands in a link to an account: 256 random bits, and the hash that is kept of them. */
export function newLinkToken(): { token: string; tokenHash: Uint8Array<ArrayBuffer> } {
  const token = randomBytes(bytes).toString('base64url')
  return { token, tokenHash: hashLinkToken(token) }
}

function hashLinkToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
