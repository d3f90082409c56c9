import 'server-only'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import type { EnvironmentId } from '@/lib/environments/environment'
import { foldTallies } from '@/lib/metrics/store/read-figures'
import { createPrivacy } from '@/lib/privacy/erase-people'
import type { ErasureLedger } from '@/lib/privacy/erasure-ledger'
import { keepLedger } from '@/lib/privacy/reconcile-erasures'
import { createRetention } from '@/lib/privacy/run-retention'
import { createClockWatch } from '@/lib/privacy/store/clock-watch'
import { createLedgerStore } from '@/lib/privacy/store/create-ledger-store'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { createRetentionStore } from '@/lib/privacy/store/create-retention-store'
import type { LiveDrafts } from '@/lib/privacy/store/drafts-of-persons'
import { expireTests } from '@/lib/privacy/store/expire-tests'
import { forgetExpired } from '@/lib/privacy/store/forget-expired'
import { retentionOf } from './from-env'

type Kept = { environment: EnvironmentId; ledger: ErasureLedger; liveDrafts: LiveDrafts }

/** What is handed out of persons, erased at their request, and removed when its time is over. */
export function createPrivacyServices(
  env: Env,
  database: Database,
  { environment, ledger, liveDrafts }: Kept,
) {
  const { prisma, pool } = database
  const erasureLedger = keepLedger(createLedgerStore(prisma), ledger)
  return {
    privacy: createPrivacy(createPrivacyStore(prisma, environment, liveDrafts), erasureLedger),
    /** What was erased, outside the database. */
    erasureLedger,
    retention: createRetention(
      { store: createRetentionStore(prisma, environment), clock: createClockWatch(prisma) },
      retentionOf(env),
    ),
    /** Forgets keys, sessions, links, limits and leads of test keys whose time is over, and which session has counted what. */
    forgetExpired: async () => {
      const [forgotten, tests] = await Promise.all([
        forgetExpired(pool),
        expireTests(prisma),
        foldTallies(database),
      ])
      return { ...forgotten, ...tests }
    },
  }
}
