import 'server-only'
import { createIdentify } from '@/lib/api/caller'
import { presentedSecret } from '@/lib/api-keys/api-key-secret'
import { createAudit, type Requester } from '@/lib/audit/audit-event'
import { createAuditStore } from '@/lib/audit/store/list-events'
import { peopleOf } from '@/lib/auth/answer-with-cookies'
import { createBulkSends } from '@/lib/bulk-sends/run-bulk-sends'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import { createVitecAccounts } from '@/lib/customers/keep-vitec-accounts'
import { createCustomers } from '@/lib/customers/manage-customers'
import { createCustomerStore } from '@/lib/customers/store/create-customer-store'
import { createVitecAccountStore } from '@/lib/customers/store/create-vitec-account-store'
import type { Database } from '@/lib/db/open-database'
import type { OnMoment } from '@/lib/deliveries/deliver-lead'
import type { LeadToSend } from '@/lib/deliveries/delivery-store'
import { lookUpLead } from '@/lib/deliveries/look-up/look-up-lead'
import { createDelivery } from '@/lib/deliveries/run-deliveries'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import { createLookUpStore } from '@/lib/deliveries/store/create-look-up-store'
import type { Env } from '@/lib/env'
import { environmentOf } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'
import type { JobEngine } from '@/lib/jobs/job-engine'
import { runRecord } from '@/lib/jobs/run-record'
import { waits } from '@/lib/jobs/waits'
import { createSearchUpkeep } from '@/lib/leads/search/search-upkeep'
import { makeSearchable, searchBatch } from '@/lib/leads/store/make-searchable'
import { tryToStore } from '@/lib/leads/store/try-to-store'
import { createMetrics } from '@/lib/metrics/expose-metrics'
import { observeAttempt } from '@/lib/metrics/process-metrics'
import { foldTallies, readFigures } from '@/lib/metrics/store/read-figures'
import type { People } from '@/lib/people/manage-people'
import { createPrivacy } from '@/lib/privacy/erase-people'
import type { ErasureLedger } from '@/lib/privacy/erasure-ledger'
import { keepLedger } from '@/lib/privacy/reconcile-erasures'
import { createRetention } from '@/lib/privacy/run-retention'
import { createClockWatch } from '@/lib/privacy/store/clock-watch'
import { createLedgerStore } from '@/lib/privacy/store/create-ledger-store'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { createRetentionStore } from '@/lib/privacy/store/create-retention-store'
import { forgetExpired } from '@/lib/privacy/store/forget-expired'
import { createLimits } from '@/lib/rate-limits/limits'
import { createRateLimiter } from '@/lib/rate-limits/store/create-rate-limiter'
import { createSending } from '@/lib/sending/control-sending'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import { createPersonShortcuts } from '@/lib/shortcuts/store/person-shortcuts'
import type { RunNote } from '@/lib/system/scheduled-run'
import { freeDisk } from '@/lib/system/store/create-system-store'
import { writeRuns } from '@/lib/system/store/write-runs'
import { version } from '@/lib/version'
import { createSandboxStore } from '@/lib/vitec/store/create-sandbox-store'
import { createVitecClient } from '@/lib/vitec/vitec-client'
import { createAlertServices } from './alert-services'
import { outboundLimits, retentionOf, sealingVault, standInPassword, vitecSettings } from './from-env'
import { createLeadServices } from './lead-services'
import { createPeopleServices } from './people-services'
import { createReadiness } from './readiness'
import { createSystemOf } from './system-services'
import { createKeyServices, createWebhookServices } from './webhook-services'

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
  const deliveryStore = createDeliveryStore(database, limits, environment)
  const outbound = { book: jobs.bookBulkSend, environment }
  const lookUpPorts = {
    store: createLookUpStore(prisma, environment),
    list: vitec.listIncomingLeads,
    now: () => new Date(),
  }
  const prepare = ({ lead, message, account }: LeadToSend) =>
    vitec.prepare(lead, message, account && vitecAccounts.open(account))
  const lookedFor = {
    ...deliveryStore,
    takeTurns: runRecord.watch('look-for-due', deliveryStore.takeTurns),
  }
  const timing = {
    magicPrefix: limits.magicPrefix,
    leaseMs: waits().lease,
    pace: waits().retries,
    onMoment,
    onEnded: observeAttempt,
  }
  const delivery = createDelivery(lookedFor, { prepare }, timing)
  const customers = createCustomers({
    store: createCustomerStore(prisma, environment),
    accounts: vitecAccounts,
    listLeadSources: vitec.listLeadSources,
    resume: delivery.resume,
    canRefresh: vitecConfig.leadSourcesPath !== null,
    defaultCustomerId: env.DEFAULT_CUSTOMER_ID ?? (env.mode === 'sandbox' ? 'ABC123' : null),
  })
  const lookUp = (leadId: string, requester: Requester | null) => lookUpLead(lookUpPorts, leadId, requester)
  const { apiKeys, postingPacks } = createKeyServices(database)
  const { people, deviceNotices, send } = createPeopleServices(env, database)
  const place = { environment, magicPrefix: limits.magicPrefix }
  const erasureLedger = keepLedger(createLedgerStore(prisma), ledger)
  const { liveDrafts, ...leadServices } = createLeadServices(database, {
    environment,
    attemptNow: delivery.attemptNow,
    state: deliveryStore.state,
    vault: sealingVault(env, 'drafts'),
  })
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
    privacy: createPrivacy(createPrivacyStore(prisma, environment, liveDrafts), erasureLedger),
    /** What was erased, outside the database. */
    erasureLedger,
    retention: createRetention(
      { store: createRetentionStore(prisma, environment), clock: createClockWatch(prisma) },
      retentionOf(env),
    ),
    /** Forgets keys, sessions, links and limits whose time is over, and which session has counted what. */
    forgetExpired: () => Promise.all([forgetExpired(pool), foldTallies(database)]),
    ...leadServices,
    ...createWebhookServices(env, database),
    searchUpkeep: createSearchUpkeep({ makeSearchable: () => makeSearchable(prisma), batch: searchBatch }),
    customers,
    vitecAccounts,
    deliveryStore,
    delivery,
    sending: createSending({ store: createHoldStore(prisma, environment), lookUp, wake: delivery.wake }),
    /** Looks in Vitec for a lead in doubt, at a person's word. @throws {AppError} `not_found`, `not_allowed` */
    lookUp,
    bulkSends: createBulkSends(createBulkSendStore(database, outbound), limits.perSecond, delivery.wake),
    shortcuts: createPersonShortcuts(prisma),
    /** The stand-in's memory; `null` where the real Vitec is called. */
    sandboxStore: env.mode === 'sandbox' ? createSandboxStore(prisma) : null,
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
