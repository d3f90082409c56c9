import 'server-only'
import { createIdentify } from '@/lib/api/caller'
import { presentedSecret } from '@/lib/api-keys/api-key-secret'
import { createAudit } from '@/lib/audit/audit-event'
import { createAuditStore } from '@/lib/audit/store/list-events'
import { peopleOf } from '@/lib/auth/answer-with-cookies'
import { isTester } from '@/lib/auth/permissions'
import { createBulkSends } from '@/lib/bulk-sends/run-bulk-sends'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import { createVitecAccounts } from '@/lib/customers/keep-vitec-accounts'
import { createCustomers } from '@/lib/customers/manage-customers'
import { createCustomerStore } from '@/lib/customers/store/create-customer-store'
import { createVitecAccountStore } from '@/lib/customers/store/create-vitec-account-store'
import type { Database } from '@/lib/db/open-database'
import type { OnMoment } from '@/lib/deliveries/deliver-lead'
import type { Env } from '@/lib/env'
import { environmentOf, testing } from '@/lib/environments/environment'
import { birthplaceOf } from '@/lib/environments/store/assign-environments'
import { AppError } from '@/lib/errors'
import type { JobEngine } from '@/lib/jobs/job-engine'
import { runRecord } from '@/lib/jobs/run-record'
import { createSearchUpkeep } from '@/lib/leads/search/search-upkeep'
import { makeSearchable, searchBatch } from '@/lib/leads/store/make-searchable'
import { tryToStore } from '@/lib/leads/store/try-to-store'
import type { Submission } from '@/lib/leads/submit-lead'
import { createMetrics } from '@/lib/metrics/expose-metrics'
import { observeAttempt } from '@/lib/metrics/process-metrics'
import { readFigures } from '@/lib/metrics/store/read-figures'
import type { People } from '@/lib/people/manage-people'
import type { ErasureLedger } from '@/lib/privacy/erasure-ledger'
import { createLimits } from '@/lib/rate-limits/limits'
import { createRateLimiter } from '@/lib/rate-limits/store/create-rate-limiter'
import { createSending } from '@/lib/sending/control-sending'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import { createPersonShortcuts } from '@/lib/shortcuts/store/person-shortcuts'
import type { RunNote } from '@/lib/system/scheduled-run'
import { freeDisk } from '@/lib/system/store/create-system-store'
import { writeRuns } from '@/lib/system/store/write-runs'
import { version } from '@/lib/version'
import { inProcessVitec } from '@/lib/vitec/sandbox/in-process'
import { createSandboxStore } from '@/lib/vitec/store/create-sandbox-store'
import { createVitecClient } from '@/lib/vitec/vitec-client'
import { createAlertServices } from './alert-services'
import { createDeliveryServices } from './delivery-services'
import { outboundLimits, sealingVault, standInPassword, testLimits, vitecSettings } from './from-env'
import { createLeadServices } from './lead-services'
import { createKeyServices, createWebhookServices } from './partner-services'
import { createPeopleServices } from './people-services'
import { createPrivacyServices } from './privacy-services'
import { createReadiness } from './readiness'
import { createSystemOf } from './system-services'

export type Services = ReturnType<typeof createServices>

declare global {
  /** Next bundles routes and instrumentation apart: what the process has one of is kept where both find it. */
  var leadApi: Services | undefined
}

/** What routes and pages may use. @throws {AppError} `unavailable` before the start has ended and after the stop. */
export function server(): Services {
  if (!globalThis.leadApi)
    throw new AppError('unavailable', 'The service is starting or stopping. Try again.')
  return globalThis.leadApi
}

/** The people of this service. @throws {AppError} `not_found` in the open sandbox, where they do not sign in */
export const people = (): People => peopleOf(server())

/**
 * Real stores, the job engine and Vitec (or its stand-in), put together into what routes and pages may use. `onMoment` is
 * told where an attempt stands.
 */
export function createServices(
  env: Env,
  database: Database,
  jobs: JobEngine,
  ledger: ErasureLedger,
  onMoment?: OnMoment,
) {
  const { prisma, pool } = database
  const vitecConfig = vitecSettings(env)
  const vitecAccounts = createVitecAccounts(createVitecAccountStore(prisma), env.SECRETS_KEYS)
  const vitec = createVitecClient({ ...vitecConfig, accountOf: vitecAccounts.of })
  const limits = outboundLimits(env)
  const environment = environmentOf(env.mode, env.VITEC_BASE_URL)
  const outbound = { book: jobs.bookBulkSend, environment }
  const real = createDeliveryServices(database, {
    ...{ environment, limits, vitec },
    accountOf: vitecAccounts.open,
    told: { onMoment, onEnded: observeAttempt },
    watch: (takeTurns) => runRecord.watch('look-for-due', takeTurns),
  })
  const standIn = inProcessVitec(createSandboxStore(prisma, testing), vitecConfig.timeoutMs)
  const tests = createDeliveryServices(database, {
    ...{ environment: testing, limits: testLimits(env), vitec: createVitecClient(standIn) },
  })
  const { delivery, deliveryStore, lookUp } = real
  const customers = createCustomers({
    store: createCustomerStore(prisma, environment),
    accounts: vitecAccounts,
    listLeadSources: vitec.listLeadSources,
    resume: delivery.resume,
    canRefresh: vitecConfig.leadSourcesPath !== null,
    defaultCustomerId: env.DEFAULT_CUSTOMER_ID ?? (env.mode === 'sandbox' ? 'ABC123' : null),
  })
  const { apiKeys, postingPacks } = createKeyServices(database)
  const { people, deviceNotices, send } = createPeopleServices(env, database)
  const place = { environment, magicPrefix: limits.magicPrefix }
  const { liveDrafts, ...leadServices } = createLeadServices(
    database,
    environment,
    sealingVault(env, 'drafts'),
  )
  return {
    mode: env.mode,
    /** Where leads are sent from here. */
    environment,
    access: env.access,
    /** Where people and systems reach this service, without a slash at its end; `null` where no setting says. */
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    /** `null` in the open sandbox, where people do not sign in. */
    people,
    /** Tells people of new devices; `null` where no mail is sent to people. */
    deviceNotices,
    alerts: createAlertServices(env, database, { place, send }),
    /** Who makes a request with these headers; `null` where that cannot be told. */
    identify: createIdentify({
      access: env.access,
      keyIn: presentedSecret,
      identifyKey: apiKeys.identify,
      identifyPerson: async (headers) => people?.auth.identify(headers) ?? null,
    }),
    /** What is wrong with the key that a request came with; `null` for one without. */
    explainUnknown: async (headers: Headers): Promise<string | null> => {
      const secret = presentedSecret(headers)
      return secret === null ? null : apiKeys.refusal(secret)
    },
    apiKeys,
    postingPacks,
    limits: createLimits(createRateLimiter(pool), env.ADDRESS_MAX_PER_MINUTE),
    audit: createAudit(createAuditStore(prisma)),
    ...createPrivacyServices(env, database, { environment, ledger, liveDrafts }),
    ...leadServices,
    ...createWebhookServices(env, database),
    searchUpkeep: createSearchUpkeep({ makeSearchable: () => makeSearchable(prisma), batch: searchBatch }),
    customers,
    vitecAccounts,
    deliveryStore,
    delivery,
    /** Sends what came with test keys, to the stand-in in this process. */
    testDelivery: tests.delivery,
    /** What sends a lead, and looks for it, as its birthplace wants. */
    deliveryOf: async (leadId: string) => ((await birthplaceOf(prisma, leadId)) === testing ? tests : real),
    /** Takes a lead in and makes its first attempt. */
    submitLead: (submission: Submission, onStored: () => void) =>
      (isTester(submission.identity) ? tests : real).submitLead(submission, onStored),
    sending: createSending({ store: createHoldStore(prisma, environment), lookUp, wake: delivery.wake }),
    bulkSends: createBulkSends(createBulkSendStore(database, outbound), limits.perSecond, delivery.wake),
    shortcuts: createPersonShortcuts(prisma),
    /** The stand-in's memory; `null` where the real Vitec is called. */
    sandboxStore: env.mode === 'sandbox' ? createSandboxStore(prisma, environment) : null,
    sandboxPassword: standInPassword(env),
    /** How the service is, and what ran by itself. */
    system: createSystemOf(env, database, environment),
    writeRuns: (notes: RunNote[]) => writeRuns(pool, notes),
    metrics: createMetrics({
      ...{ pool, places: limits.atOnce, version, settings: env, freeDisk: () => freeDisk(env.DATA_DIR) },
      readFigures: () => readFigures(database, environment, limits.magicPrefix),
    }),
    readiness: createReadiness({
      ping: () => pool.query('SELECT 1'),
      tryToStore: () => tryToStore(database),
    }),
  }
}
