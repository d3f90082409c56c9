import type { Requester } from '@/lib/audit/audit-event'
import type { Identity } from '@/lib/auth/permissions'
import type {
  ApiKeyChange,
  ApiKeyList,
  ApiKeyMode,
  ApiKeyView,
  MadeApiKey,
  NewApiKey,
  Rotation,
} from './api-key'
import { newSecret, secretHash } from './api-key-secret'
import type { ApiKeyStore, KeyRefusal, UsableKey } from './api-key-store'

const hour = 3_600_000
const day = 24 * hour

/** Keys of external systems, as the rest of the application uses them. */
export function createApiKeys(store: ApiKeyStore) {
  const now = () => new Date()
  return {
    list: async (): Promise<ApiKeyList> => ({ apiKeys: await store.list(now()) }),
    /** Makes a key, in the posting pack of a lead source or in none; its secret is told this once. */
    async make(
      { expiresInDays, ...key }: NewApiKey,
      requester: Requester,
      leadSourceId: string | null = null,
    ): Promise<MadeApiKey> {
      const { secret, stored } = newSecret(key.mode)
      const createdAt = now()
      const expiresAt = expiresInDays === null ? null : new Date(createdAt.getTime() + expiresInDays * day)
      return {
        apiKey: await store.add({ ...key, leadSourceId, createdAt, expiresAt }, stored, requester),
        secret,
      }
    },
    /** @throws {AppError} `not_found`, `not_allowed` */
    change: (id: string, change: ApiKeyChange, requester: Requester): Promise<ApiKeyView> =>
      store.change(id, change, now(), requester),
    /** Gives a key a new secret; those so far work a while longer. @throws {AppError} `not_found`, `not_allowed` */
    async rotate(id: string, { overlapHours }: Rotation, requester: Requester): Promise<MadeApiKey> {
      const at = now()
      const oldEnd = new Date(at.getTime() + overlapHours * hour)
      const made = { live: newSecret('live'), test: newSecret('test') } satisfies Record<ApiKeyMode, unknown>
      const apiKey = await store.rotate(id, (mode) => made[mode].stored, oldEnd, at, requester)
      return { apiKey, secret: made[apiKey.mode].secret }
    },
    /** Ends a key for good. @throws {AppError} `not_found`, `not_allowed` where it was ended before */
    revoke: (id: string, requester: Requester): Promise<ApiKeyView> => store.revoke(id, now(), requester),
    /** Why a secret opens nothing now, for its caller to read. */
    async refusal(secret: string): Promise<string> {
      const hash = secretHash(secret)
      return refusalWords[hash ? await store.refusal(hash, now()) : 'unknown']
    },
    /** The key that a secret opens now, as it stands; `null` where there is none. */
    own: async (secret: string): Promise<UsableKey | null> => identifyKey({ store, now: now() }, secret),
    /** Whose secret it is; `null` where there is no key that it opens now. */
    async identify(secret: string): Promise<Identity | null> {
      const key = await identifyKey({ store, now: now() }, secret)
      if (!key) return null
      const { id, mode, customers, perMinute } = key
      return { kind: 'key', id, mode, customers, perMinute }
    },
  }
}

/** What the caller of a key that opens nothing is told. */
const refusalWords: Record<KeyRefusal, string> = {
  unknown: 'This API key is not known here: see that all of it was copied.',
  revoked: 'This API key was revoked. Ask for another one.',
  expired: 'This API key has expired. Ask for another one.',
  replaced: 'This secret was replaced: the key has a newer one.',
}

/** How old `lastUsedAt` may get before it is written again, in ms: not every request should cost a write. */
const lastUsedPrecision = 60_000

/** The key that a secret belongs to; `null` where there is none that works now. Notes that it was used. */
export async function identifyKey(
  { store, now }: { store: Pick<ApiKeyStore, 'find' | 'used'>; now: Date },
  secret: string,
): Promise<UsableKey | null> {
  const hash = secretHash(secret)
  const key = hash && (await store.find(hash, now))
  if (!key) return null
  const recently = new Date(now.getTime() - lastUsedPrecision)
  if (key.lastUsedAt === null || key.lastUsedAt <= recently) await store.used(key.id, now, recently)
  return key
}
