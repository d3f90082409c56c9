import { resealAccounts } from '@/lib/customers/keep-vitec-accounts'
import { createVitecAccountStore } from '@/lib/customers/store/create-vitec-account-store'
import { openDatabase } from '@/lib/db/open-database'
import { resealDrafts } from '@/lib/drafts/keep-drafts'
import { createDraftStore } from '@/lib/drafts/store/create-draft-store'
import { type Env, EnvError } from '@/lib/env'
import { createVault } from '@/lib/vault/vault'
import { resealWebhooks } from '@/lib/webhooks/manage-webhooks'
import { createWebhookStore } from '@/lib/webhooks/store/create-webhook-store'

/**
 * Seals every secret with the first key. Resolves to what it found.
 * @throws {EnvError | DatabaseError} with one line to print: no key, or the database cannot be opened
 */
export async function rotateSecrets(env: Env): ReturnType<typeof resealAccounts> {
  const [first, ...older] = env.SECRETS_KEYS
  if (!first) throw new EnvError('SECRETS_KEYS is not set: there is no key to seal with')
  const database = await openDatabase(env)
  try {
    const vault = createVault([first, ...older])
    // They are gone within a day anyway; until then an older key is not to be missed.
    await resealDrafts(createDraftStore(database), vault)
    await resealWebhooks(createWebhookStore(database), vault)
    return await resealAccounts(createVitecAccountStore(database.prisma), vault)
  } finally {
    await database.close()
  }
}
