import type { Identity } from '@/lib/access/identity'
import type {
  ApiKeyChange,
  ApiKeyList,
  ApiKeyView,
  MadeApiKey,
  NewApiKey,
  Rotation,
} from '@/lib/api-key/api-key'
import { newSecret } from '@/lib/api-key/api-key-secret'
import type { ApiKeyStore } from '@/lib/api-key/api-key-store'
import { identifyKey } from '@/lib/api-key/identify-key'
import type { Requester } from '@/lib/audit/audit-event'

const hour = 3_600_000
const day = 24 * hour

/** Keys of external systems, as the rest of the application uses them. */
export function createApiKeys(store: ApiKeyStore) {
  const now = () => new Date()
  return {
    list: async (): Promise<ApiKeyList> => ({ apiKeys: await store.list(now()) }),
    /** Makes a key; its secret is told this once. */
    async make({ expiresInDays, ...key }: NewApiKey, requester: Requester): Promise<MadeApiKey> {
      const { secret, stored } = newSecret()
      const createdAt = now()
      const expiresAt = expiresInDays === null ? null : new Date(createdAt.getTime() + expiresInDays * day)
      return { apiKey: await store.add({ ...key, createdAt, expiresAt }, stored, requester), secret }
    },
    /** @throws {AppError} `not_found`, `not_allowed` */
    change: (id: string, change: ApiKeyChange, requester: Requester): Promise<ApiKeyView> =>
      store.change(id, change, now(), requester),
    /** Gives a key a new secret; those so far work a while longer. @throws {AppError} `not_found`, `not_allowed` */
    async rotate(id: string, { overlapHours }: Rotation, requester: Requester): Promise<MadeApiKey> {
      const { secret, stored } = newSecret()
      const at = now()
      const oldEnd = new Date(at.getTime() + overlapHours * hour)
      return { apiKey: await store.rotate(id, stored, oldEnd, at, requester), secret }
    },
    /** Ends a key for good. @throws {AppError} `not_found`, `not_allowed` where it was ended before */
    revoke: (id: string, requester: Requester): Promise<ApiKeyView> => store.revoke(id, now(), requester),
    /** Whose secret it is; `null` where there is no key that it opens now. */
    async identify(secret: string): Promise<Identity | null> {
      const key = await identifyKey({ store, now: now() }, secret)
      return key && { kind: 'key', id: key.id, customers: key.customers, perMinute: key.perMinute }
    },
  }
}
