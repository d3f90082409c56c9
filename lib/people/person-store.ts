import type { Requester } from '@/lib/audit/audit-event'
import type { Role } from '@/lib/auth/permissions'
import type { DeviceOwner } from './known-device'
import type { NewInvitation, PersonChange } from './person-input'
import type { InvitationView, OpenInvitation, PeopleView, PersonView } from './person-view'

/** A link's token as it is kept, and until when it is good. */
export type KeptToken = { tokenHash: Uint8Array<ArrayBuffer>; expiresAt: Date }

/** A person who takes an invitation. `email` counts only where the invitation names none. */
export type Newcomer = {
  tokenHash: Uint8Array<ArrayBuffer>
  name: string
  email: string | null
  passwordHash: string
}

/** Who took an invitation: from now on they can sign in. */
export type Accepted = { id: string; email: string; role: Role }

/** Whose account it is: an e-mail address in small letters, or an id. */
export type AccountOf = { email: string } | { id: string }

/** What changes something writes its audit event with it; what changes nothing, because it is so already, writes none. */
export type PersonStore = {
  list(now: Date): Promise<Omit<PeopleView, 'sendsMail'>>
  find(id: string): Promise<PersonView | null>
  /** The person with an e-mail address, in small letters, also one who is shut out; `null` where there is none. */
  idOf(email: string): Promise<string | null>
  /**
   * The account browsers may be known to; its stamp is another after each change of the password or the second factor.
   * `null` where there is no such account, or it is shut out.
   */
  deviceOwner(account: AccountOf): Promise<DeviceOwner | null>
  /** A second invitation of the same address takes the place of the first. @throws {AppError} `already_exists` */
  invite(invitation: NewInvitation, token: KeptToken, requester: Requester): Promise<InvitationView>
  /** Keeps a link by which a person with an account chooses a new password. @throws {AppError} `not_found` */
  offerReset(personId: string, token: KeptToken, requester: Requester): Promise<InvitationView>
  /** Keeps that a link was mailed; nothing where another has taken its place. */
  mailed(token: KeptToken): Promise<InvitationView | null>
  /** @throws {AppError} `not_found` */
  withdraw(invitationId: string, requester: Requester): Promise<void>
  /** Keeps the first administrator's link; whether there is a need for one, because there is no administrator. */
  offerSetUp(token: KeptToken): Promise<boolean>
  /** What a link leads to; `null` where it is used up, too old, of a person who is shut out, or was never good. */
  openInvitation(tokenHash: Uint8Array<ArrayBuffer>, now: Date): Promise<OpenInvitation | null>
  /**
   * Makes a person of an invitation, once; for one who has an account, it replaces the password, takes the
   * second factor away and ends every session. `from` is the address it is asked from.
   * @throws {AppError} `not_found`, `already_exists`
   */
  accept(newcomer: Newcomer, now: Date, from: string): Promise<Accepted>
  /**
   * Changes role or access; a disabled person is signed out everywhere, and has no link any more.
   * @throws {AppError} `not_found`, or `last_administrator` where no administrator would be left
   */
  change(id: string, change: PersonChange, now: Date, requester: Requester): Promise<PersonView>
  /**
   * Removes a person who is shut out: name, address, password, second factor. What they did stays under their id.
   * @throws {AppError} `not_found`, or `not_allowed` where they can still sign in
   */
  remove(id: string, requester: Requester): Promise<void>
  signOutEverywhere(id: string, requester: Requester): Promise<void>
}
