import { randomBytes, randomUUID } from 'node:crypto'
import { createAlertStore } from '@/lib/alerts/store/create-alert-store'
import { createApiKeyStore } from '@/lib/api-keys/store/create-api-key-store'
import type { Requester } from '@/lib/audit/audit-event'
import type { Role } from '@/lib/auth/permissions'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import { createCustomerStore } from '@/lib/customers/store/create-customer-store'
import { createVitecAccountStore } from '@/lib/customers/store/create-vitec-account-store'
import type { Database } from '@/lib/db/open-database'
import { lookUpLead } from '@/lib/deliveries/look-up/look-up-lead'
import { createLookUpStore } from '@/lib/deliveries/store/create-look-up-store'
import { setAside } from '@/lib/deliveries/store/move-lead'
import { type EnvironmentId, sandbox } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'
import { noFilter } from '@/lib/leads/log-filter'
import { createAddLead } from '@/lib/leads/store/add-lead'
import { createExportRule } from '@/lib/leads/store/create-export-rule'
import { createLeadNotes } from '@/lib/leads/store/keep-notes'
import { recordExport } from '@/lib/leads/store/record-export'
import { createReplaceLead } from '@/lib/leads/store/replace-lead'
import { runStatement } from '@/lib/operator/store/run-statement'
import type { Invited } from '@/lib/people/person-view'
import { createClockWatch } from '@/lib/privacy/store/clock-watch'
import { createLedgerStore } from '@/lib/privacy/store/create-ledger-store'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { createRetentionStore } from '@/lib/privacy/store/create-retention-store'
import { createSending } from '@/lib/sending/control-sending'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import type { WaitingAction } from '@/lib/sending/waiting-lead'
import { createViewStore } from '@/lib/views/store/create-view-store'
import { createWebhookStore } from '@/lib/webhooks/store/create-webhook-store'
import { webhookEventTypes } from '@/lib/webhooks/webhook'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { createPeopleWorld, password, token } from '../people/people-world'
import { someone } from './someone'

/** How a lead stands. */
type Standing = {
  status?: LeadStatus
  nextAttemptAt?: Date | null
  environment?: EnvironmentId
  setAsideAt?: Date
}

export type ActsWorld = Awaited<ReturnType<typeof createActsWorld>>

/** Everything that acts of people need: stores, and ways to make what they are done to. */
export async function createActsWorld(database: Database) {
  const { prisma, pool } = database
  const { store: delivery, begin } = timedDelivery(database)
  const looking = {
    store: createLookUpStore(prisma, sandbox),
    list: async () => ({ ok: true as const, leads: [] }),
    now: () => new Date(),
  }
  const lookUp = (id: string, requester: Requester | null) => lookUpLead(looking, id, requester)
  const holds = createHoldStore(prisma, sandbox)
  const sendingFrom = (here: EnvironmentId) =>
    createSending({ store: createHoldStore(prisma, here), lookUp, wake: () => {} })
  const bulkSends = createBulkSendStore(database, { book: async () => {}, environment: sandbox })
  const customers = createCustomerStore(prisma, sandbox)
  const apiKeys = createApiKeyStore(database)
  const retention = createRetentionStore(prisma, sandbox)
  const { people } = await createPeopleWorld(database)

  const lead = async (data: Standing = {}) => {
    const id = await storeLead(database, { at: new Date() })
    await prisma.lead.update({ where: { id }, data, select: { id: true } })
    return id
  }
  const invite = (role: Role = 'staff') =>
    people.invite({ email: `${randomUUID()}@example.com`, role }, someone)
  const accept = ({ link }: Invited) =>
    people.accept({ token: token(link), name: 'Somebody', email: null, password }, someone.from)

  const views = createViewStore(prisma)
  const webhooks = createWebhookStore(database)
  const viewer = { actor: 'person:somebody', mayManage: false }
  const { search: _, ...filter } = noFilter
  return {
    ...{ views, viewer, exportRule: createExportRule(prisma) },
    view: (shared: boolean) => views.add(viewer, { name: 'A view', shared, filter }, someone),
    ...{ delivery, lookUp, holds, bulkSends, customers, apiKeys, people, retention, lead, invite, accept },
    webhooks,
    async webhook() {
      const { id } = await this.apiKey()
      const actor = `key:${id}`
      const input = { url: 'https://example.com/', events: [...webhookEventTypes] }
      await webhooks.set(actor, input, 'sealed', someone)
      return actor
    },
    alerts: createAlertStore(prisma, { environment: sandbox, magicPrefix: null }),
    privacy: createPrivacyStore(prisma, sandbox),
    notes: createLeadNotes(prisma),
    clock: createClockWatch(prisma),
    vitecAccounts: createVitecAccountStore(prisma),
    replace: (leadId: string) =>
      createReplaceLead(database, sandbox)(
        { ...newLead(), requester: someone },
        { leadId, despiteDoubt: false },
      ),
    enter: () => createAddLead(database, sandbox)({ ...newLead(), requester: someone }),
    setAside: (...values: Tail<Parameters<typeof setAside>>) => setAside(prisma, ...values),
    recordExport: (...values: Tail<Parameters<typeof recordExport>>) => recordExport(prisma, ...values),
    /** A lead that was sent, and of which no answer came. */
    async doubt() {
      const id = await lead({ nextAttemptAt: new Date(0) })
      const attempt = await begin(id, new Date())
      if (!attempt) throw new Error('no attempt was to be had')
      await prisma.deliveryAttempt.updateMany({
        where: { leadId: id },
        data: { endedAt: new Date(), outcome: 'unknown' },
      })
      await prisma.lead.update({
        where: { id },
        data: { status: 'unknown', nextAttemptAt: null },
        select: { id: true },
      })
      return id
    },
    async beginBulk() {
      const id = randomUUID()
      const chosen = { ...noFilter, status: 'failed' as const }
      const begun = await bulkSends.begin(
        { id, ...chosen, expected: await bulkSends.count(chosen) },
        new Date(),
        someone,
      )
      if (begun.kind !== 'begun') throw new Error(begun.kind)
      return id
    },
    /** Of an act on the leads that wait here or, where another place is named, on those of there. */
    step(
      action: WaitingAction,
      { here = sandbox, environment }: { here?: EnvironmentId; environment?: string } = {},
    ) {
      const filter = { customer: null, status: null, leadId: null, environment: environment ?? null }
      const until = new Date(Date.now() + 60_000).toISOString()
      const request = { id: randomUUID(), action, filter, until, expected: 100, after: null }
      return sendingFrom(here).step(request, someone)
    },
    customer: () => customers.add({ vitecId: randomUUID(), name: 'Norr' }, someone),
    pause: (vitecCustomerId: string) =>
      prisma.customerPause.create({ data: { environment: sandbox, vitecCustomerId, reason: 'rights' } }),
    apiKey: () =>
      apiKeys.add(
        {
          ...{ name: 'Widget', mode: 'live', customers: null, perMinute: 60, expiresAt: null },
          createdAt: new Date(),
        },
        { hash: Uint8Array.from(randomBytes(32)), hint: 'abcd', mode: 'live' },
        someone,
      ),
    person: async () => (await accept(await invite())).id,
    signInAs: (userId: string) =>
      prisma.personSession.create({
        data: { id: randomUUID(), token: randomUUID(), userId, expiresAt: new Date('2999-01-01') },
      }),
    eraseAgain: (leadId: string) => {
      const counts = { leads: 1, cancelled: 0, attempts: 0, keptAnswers: 0, sandboxEntries: 0 }
      const line = { version: 1, id: randomUUID(), at: new Date().toISOString(), by: someone.by } as const
      return createLedgerStore(prisma).eraseAgain([{ ...line, ...counts, leadIds: [leadId] }], new Date())
    },
    async heldRun() {
      const run = { startedAt: new Date(), months: 24, cutoff: new Date(0), leads: 1, due: 0, bound: 0 }
      const data = { ...run, state: 'held' as const, reason: 'over_bound' as const }
      const { id } = await prisma.retentionRun.create({ data, select: { id: true } })
      return { id, due: 0, cutoff: run.cutoff.toISOString() }
    },
    /** What an operator does with SQL. */
    changeDirectly: () =>
      runStatement(database, {
        text: `UPDATE clock_watch SET seen_at = seen_at - interval '1 s'`,
        write: true,
      }),
    doubtClock: () => pool.query(`UPDATE clock_watch SET seen_at = now() + interval '1 day'`),

    /** All rows of all tables but the audit log itself, as one text. */
    async everything() {
      const { rows: tables } = await pool.query<{ name: string }>(`
        SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND relname NOT IN ('audit_event', 'rate_limit') ORDER BY relname`)
      const texts: string[] = []
      for (const { name } of tables) {
        const { rows } = await pool.query(
          `SELECT string_agg(r::text, ' ' ORDER BY r::text) AS text FROM ${name} r`,
        )
        texts.push(`${name}: ${rows[0].text}`)
      }
      return texts.join('\n')
    },
    /** Does something while the audit log takes nothing in. */
    async refusingEvents(work: () => Promise<void>) {
      await pool.query(`
        CREATE FUNCTION refuse_event() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'no event is taken in'; END $$;
        CREATE TRIGGER refuse_event BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_event()`)
      await work().finally(() => pool.query('DROP FUNCTION refuse_event CASCADE'))
    },
    /** Takes away what the next act must not meet. */
    async clear() {
      await pool.query(`TRUNCATE sending_hold, lead, bulk_send, retention_run CASCADE;
        UPDATE clock_watch SET seen_at = clock_timestamp()`)
    },
  }
}

type Tail<Values extends unknown[]> = Values extends [unknown, ...infer Rest] ? Rest : never
