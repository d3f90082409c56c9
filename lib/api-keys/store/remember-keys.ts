import type { ApiKeyStore, UsableKey } from '@/lib/api-keys/api-key-store'

type Parts = Pick<ApiKeyStore, 'change' | 'rotate' | 'revoke' | 'find' | 'used'>

/**
 * Reads each key once, and again after every write: for a database that this process has to itself. Where others
 * write too, a key that was revoked there would go on working here.
 */
export function rememberKeys(store: Parts): Parts {
  const known = new Map<string, UsableKey>()
  let writes = 0
  const forgetAfter =
    <Values extends unknown[], Result>(write: (...values: Values) => Promise<Result>) =>
    async (...values: Values) => {
      try {
        return await write(...values)
      } finally {
        writes += 1
        known.clear()
      }
    }

  return {
    change: forgetAfter(store.change),
    rotate: forgetAfter(store.rotate),
    revoke: forgetAfter(store.revoke),
    used: forgetAfter(store.used),
    async find(hash, now) {
      const name = Buffer.from(hash).toString('hex')
      const key = known.get(name)
      if (key) return key.usableUntil === null || key.usableUntil > now ? key : null
      const writesBefore = writes
      const found = await store.find(hash, now)
      // A write while it was read may have made it untrue. What is not found is not kept: anybody can ask for that.
      if (found && writes === writesBefore) known.set(name, found)
      return found
    },
  }
}
