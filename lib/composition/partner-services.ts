import 'server-only'
import { createApiKeys } from '@/lib/api-keys/issue-api-keys'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { waits } from '@/lib/jobs/waits'
import { log, loggable } from '@/lib/log'
import { createPostingPacks } from '@/lib/posting-packs/keep-posting-packs'
import { createPostingPackStore } from '@/lib/posting-packs/store/create-posting-pack-store'
import { createWebhooks } from '@/lib/webhooks/manage-webhooks'
import { createCallReceiver } from '@/lib/webhooks/receiver/call-receiver'
import { createSandboxReceiver } from '@/lib/webhooks/receiver/sandbox-receiver'
import type { Reach } from '@/lib/webhooks/receiver-address'
import { createWebhookStore } from '@/lib/webhooks/store/create-webhook-store'
import { createTellReceivers } from '@/lib/webhooks/tell-receivers'
import { ownUrl, sealingVault } from './from-env'

declare global {
  /** For tests with a receiver on their own machine: given to a process before it starts, and by no setting. */
  var leadApiReach: Reach | undefined
}

/** Webhooks, and what tells them. In the open sandbox their receivers may be on this machine, which it is reached from alone. */
export function createWebhookServices(env: Env, database: Pick<Database, 'pool' | 'prisma'>) {
  const store = createWebhookStore(database, waits().receiverLease)
  const vault = sealingVault(env, 'webhooks')
  const reach = globalThis.leadApiReach ?? (env.access === 'open' ? 'loopback' : 'public')
  const telling = createTellReceivers({
    store,
    vault,
    call: createCallReceiver(reach),
    pace: waits().retries,
  })
  const wake = () => {
    telling.run().catch((error: unknown) => log.error(loggable(error), 'a job failed'))
  }
  return {
    webhooks: createWebhooks({ store, vault, reach, wake }),
    telling,
    /** Something to try webhooks with; `null` where strangers may call. */
    sandboxReceiver: env.access === 'open' ? createSandboxReceiver(ownUrl(env)) : null,
  }
}

/** The keys of other systems, and what those who write such a system are given. */
export function createKeyServices(database: Pick<Database, 'kind' | 'prisma' | 'pool'>) {
  const apiKeys = createApiKeys(createApiKeyStore(database))
  const store = createPostingPackStore(database)
  const postingPacks = createPostingPacks({ store, makeKey: apiKeys.make, now: () => new Date() })
  return { apiKeys, postingPacks }
}
