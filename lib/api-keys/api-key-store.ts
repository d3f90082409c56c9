import type { Requester } from '@/lib/audit/audit-event'
import type { ApiKeyChange, ApiKeyMode, ApiKeyView } from './api-key'
import type { StoredSecret } from './api-key-secret'

/**
 * A key that may be used now. `customers`: Vitec's ids; `null` is every customer. `usableUntil`: when it, or the
 * secret that it was found by, ends; `expiresAt` and `worksUntil`: each of the two.
 */
export type UsableKey = {
  id: string
  name: string
  mode: ApiKeyMode
  customers: string[] | null
  perMinute: number
  lastUsedAt: Date | null
  usableUntil: Date | null
  expiresAt: Date | null
  worksUntil: Date | null
}

/** `leadSourceId`: whose posting pack it was made in. */
export type StoredKey = ApiKeyChange & {
  mode: ApiKeyMode
  leadSourceId?: string | null
  expiresAt: Date | null
  createdAt: Date
}

/** `replaced`: the key works, by another secret that took this one's place. */
export type KeyRefusal = 'unknown' | 'revoked' | 'expired' | 'replaced'

/** Keys of external systems, with their secrets hashed. What changes something writes its audit event with it. */
export type ApiKeyStore = {
  /** All of them, newest first; `now` decides which have expired and which secrets work. */
  list(now: Date): Promise<ApiKeyView[]>
  add(key: StoredKey, secret: StoredSecret, requester: Requester): Promise<ApiKeyView>
  /** Nothing is recorded where it is so already. @throws {AppError} `not_found`, `not_allowed` when it is revoked */
  change(id: string, change: ApiKeyChange, now: Date, requester: Requester): Promise<ApiKeyView>
  /**
   * Adds the secret that is made for the key's mode; those so far end at `oldEnd` at the latest.
   * @throws {AppError} `not_found`, `not_allowed`
   */
  rotate(
    id: string,
    secretFor: (mode: ApiKeyMode) => StoredSecret,
    oldEnd: Date,
    now: Date,
    requester: Requester,
  ): Promise<ApiKeyView>
  /** For good. @throws {AppError} `not_found`, `not_allowed` when it is revoked already */
  revoke(id: string, now: Date, requester: Requester): Promise<ApiKeyView>
  /** The key whose secret has that hash, if both work now. */
  find(hash: Uint8Array<ArrayBuffer>, now: Date): Promise<UsableKey | null>
  /** Why the secret with that hash opens nothing now; `unknown`: it is of no key, or it is too long since it was. */
  refusal(hash: Uint8Array<ArrayBuffer>, now: Date): Promise<KeyRefusal>
  /** Notes the use, if none is noted after `notSince`. */
  used(id: string, now: Date, notSince: Date): Promise<void>
}
