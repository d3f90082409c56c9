import { resealAccounts } from '@/lib/customers/keep-vitec-accounts'
import { createVitecAccountStore } from '@/lib/customers/store/create-vitec-account-store'
import { openDatabase } from '@/lib/db/open-database'
import { type Env, EnvError } from '@/lib/env'
import { createVault } from '@/lib/vault/vault'

/**
 * Seals every secret with the first key. Resolves to what it found.
 * @throws {EnvError | DatabaseError} with one line to print: no key, or the database cannot be opened
 */
export async function rotateSecrets(env: Env): ReturnType<typeof resealAccounts> {
  const [first, ...older] = env.SECRETS_KEYS
  if (!first) throw new EnvError('SECRETS_KEYS is not set: there is no key to seal with')
  const database = await openDatabase(env)
  try {
    return await resealAccounts(createVitecAccountStore(database.prisma), createVault([first, ...older]))
  } finally {
    await database.close()
  }
}
