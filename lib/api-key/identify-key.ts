import { secretHash } from './api-key-secret'
import type { ApiKeyStore, UsableKey } from './api-key-store'

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
