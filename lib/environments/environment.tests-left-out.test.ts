import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conditionsQuery } from '@/lib/alerts/store/find-conditions'
import { resendableStatuses } from '@/lib/bulk-sends/bulk-send'
import { createBulkSendStore } from '@/lib/bulk-sends/store/create-bulk-send-store'
import { createCustomerStore } from '@/lib/customers/store/create-customer-store'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { leadStatuses } from '@/lib/leads/lead'
import { type LeadFilter, leadFilterSchema, noFilter } from '@/lib/leads/log-filter'
import { matchTexts } from '@/lib/leads/search/search-text'
import { createFindSimilar } from '@/lib/leads/store/find-similar'
import { listLeads, recentCustomers } from '@/lib/leads/store/list-leads'
import { readExported } from '@/lib/leads/store/read-exported'
import { readLeadHistory } from '@/lib/leads/store/read-history'
import { countLeads, readNews, readPausedCustomers } from '@/lib/leads/store/read-news'
import { suggest } from '@/lib/leads/store/suggest-search'
import { readFigures } from '@/lib/metrics/store/read-figures'
import { createPrivacyStore } from '@/lib/privacy/store/create-privacy-store'
import { measure } from '@/lib/privacy/store/expire-leads'
import { createHoldStore } from '@/lib/sending/store/create-hold-store'
import { waitingActions } from '@/lib/sending/waiting-lead'
import { readFacts } from '@/lib/system/store/create-system-store'
import { someone } from '@/test/support/audit/someone'
import { setClock } from '@/test/support/database/test-clock'
import { testDatabases } from '@/test/support/database/test-database'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { newLead, storeLead } from '@/test/support/leads/store-lead'
import { type EnvironmentId, testing } from './environment'

const live = 'https://connect.example.com'
const actor = 'person:11111111-1111-4111-8111-111111111111'
const begun = new Date('2026-03-01T12:00:00Z')
const looked = new Date('2026-03-01T14:00:00Z')
const noAnswer = { httpStatus: null, answer: null, word: 'x' }
const results: (AttemptResult | null)[] = [
  { outcome: 'delivered', httpStatus: 200, answer: '"CM1"', vitecLeadId: 'CM1' },
  { outcome: 'rejected', httpStatus: 400, answer: 'no', word: 'no' },
  { outcome: 'unknown', errorKind: 'timeout', ...noAnswer },
  { ...({ outcome: 'not_sent', errorKind: 'refused', retryAfterMs: null } as const), ...noAnswer },
  { outcome: 'misconfigured', httpStatus: 403, errorKind: 'rights', answer: null, word: 'x' },
  null,
]

describe.each(testDatabases)('what is told where there are leads of test keys, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  /** A lead of each kind, its customer paused, one under way: what is told anywhere has something to tell. */
  async function storeAll(environment: EnvironmentId, prefix: string) {
    await database.pool.query(
      `INSERT INTO outbound_schedule (number, next_at, seen_at) VALUES (2, '-infinity', '-infinity')
       ON CONFLICT (number) DO UPDATE SET next_at = '-infinity', seen_at = '-infinity'`,
    )
    const delivery = timedDelivery(database, noLimits, environment)
    const ids: string[] = []
    for (const [index, result] of results.entries()) {
      const customerId = index === 4 ? `${prefix}SHUT` : 'ABC123'
      const reference = 'ORDER-7'
      const id = await storeLead(database, { environment, actor, customerId, at: begun, reference })
      if (result) await delivery.attempt(id, result, begun)
      else await delivery.begin(id, begun)
      ids.push(id)
    }
    await storeLead(database, { environment, actor, at: begun, customerId: `${prefix}WAITS` })
    return ids
  }

  const filters: Partial<LeadFilter>[] = [
    {},
    ...leadStatuses.map((status) => ({ status: [status] })),
    { channel: 'api' },
    { sender: actor },
    { received: '2026-03-01..2026-03-01' },
    { search: 'Erik Andersson' },
    { search: 'order-7', sender: actor },
    { search: 'nobody' },
  ]

  /** Everything that staff, operators and scrapers are told of leads. */
  async function told(ofRealLead: string) {
    const { prisma, pool } = database
    await setClock(pool, looked)
    const hold = createHoldStore(prisma, live)
    const bulk = createBulkSendStore(database, { book: async () => {}, environment: live })
    const listed: unknown[] = []
    for (const part of filters) {
      const filter = leadFilterSchema.parse(part)
      const exported: unknown[] = []
      for await (const leads of readExported(database, filter)) exported.push(...leads)
      const page = await listLeads(database, live, { ...filter, cursor: null })
      listed.push([
        part,
        page.leads,
        (await listLeads(database, live, { ...filter, cursor: null, list: 'to_do' })).leads,
        exported,
        (
          await readNews(prisma, live, {
            ...filter,
            list: 'all',
            upTo: null,
            rows: [],
            above: null,
            below: null,
          })
        ).newLeads,
        (await suggest(prisma, filter)).search,
        await Promise.all(resendableStatuses.map((status) => bulk.count({ ...filter, status }))),
      ])
    }
    const { tests: _, ...counts } = await countLeads(prisma, live)
    const { databaseBytes: __, ...figures } = await readFigures(database, live, null)
    const { calls } = await readFacts(prisma, live)
    const { now: ___, cutoff: ____, newestLeadAt: _____, ...stock } = await measure(prisma, live, 1, null)
    const limits = { waitingMinutes: 30, retentionMonths: null, hasBackups: false }
    const waiting = { filter: { customer: null, status: null, leadId: null, environment: null }, after: null }
    return {
      ...{ listed, counts, figures, calls, stock },
      customers: await createCustomerStore(prisma, live).list(),
      paused: await readPausedCustomers(prisma, live),
      alerts: await prisma.$queryRaw(conditionsQuery({ environment: live, magicPrefix: null }, limits)),
      held: [await hold.overview(), await hold.list(waiting)],
      steps: await Promise.all(
        waitingActions.map(async (action) => (await hold.count(action, waiting.filter)).total),
      ),
      recent: await recentCustomers(prisma, actor),
      history: (await readLeadHistory(prisma, ofRealLead, actor))?.others,
      similar: await createFindSimilar(
        database,
        live,
      )({
        ...{ texts: matchTexts(newLead().lead), sentBy: null, except: null },
      }),
    }
  }

  it('is what it would be without them: no list, count, figure, alert, file or bulk has one', async () => {
    const [real = ''] = await storeAll(live, 'REAL-')
    await database.pool.query(
      `INSERT INTO sending_hold (id, since, reason, actor) VALUES (gen_random_uuid(), '2026-03-01T13:00:00Z', 'administrator', 'open')`,
    )
    const before = await told(real)
    expect(before).toMatchObject({ counts: { toDo: 2, pending: 4, all: 7, pausedCustomers: 1 } })
    await database.pool.query('DELETE FROM sending_hold')
    const [tested] = await storeAll(testing, 'TEST-')
    await database.pool.query(
      `INSERT INTO lead_event (lead_id, kind, attempt, at) VALUES ($1, 'maybe_twice', 1, '2026-03-01T13:00:00Z')`,
      [tested],
    )
    await database.pool.query(
      `INSERT INTO sending_hold (id, since, reason, actor) VALUES (gen_random_uuid(), '2026-03-01T13:00:00Z', 'administrator', 'open')`,
    )
    const after = await told(real)
    expect(after).toEqual(before)
    expect(await countLeads(database.prisma, live)).toMatchObject({ tests: true })
  })

  it('is of them where they are asked for: among the others, or alone', async () => {
    const list = async (tests: LeadFilter['tests'], part: Partial<LeadFilter> = {}) =>
      (await listLeads(database, live, { ...noFilter, ...part, tests, cursor: null })).leads
    expect(await list('only')).toHaveLength(7)
    expect((await list('only')).every(({ environment }) => environment === testing)).toBe(true)
    expect(await list('with')).toHaveLength(14)
    expect(await list('only', { search: 'order-7', status: ['rejected'], sender: actor })).toHaveLength(1)
    const [customer] = await createCustomerStore(database.prisma, live).list()
    expect(await list('only', { customer: customer?.id ?? null })).toHaveLength(0)
    const [{ mustAct } = { mustAct: null }] = await list('only', { status: ['rejected'] })
    expect(mustAct).toBe('sender')
  })

  it('says of a filter that finds nothing else that they are what it finds', async () => {
    const [test] = await listLeads(database, live, { ...noFilter, tests: 'only', cursor: null }).then(
      (page) => page.leads,
    )
    const search = test?.id ?? ''
    expect(await suggest(database.prisma, { ...noFilter, search })).toEqual({ search: null, tests: true })
    expect(await suggest(database.prisma, { ...noFilter, search, tests: 'with' })).toMatchObject({
      tests: false,
    })
    expect((await suggest(database.prisma, { ...noFilter, search: 'Sixten' })).tests).toBe(false)
  })

  it('has them where a person is sought: somebody may have been typed who is real', async () => {
    const { leads } = await createPrivacyStore(database.prisma, live).find('Erik Andersson', someone)
    expect(leads.filter(({ environment }) => environment === testing)).toHaveLength(7)
  })

  it('moves none of them to Vitec, whoever names their environment', async () => {
    const hold = createHoldStore(database.prisma, live)
    const filter = { customer: null, status: null, leadId: null, environment: testing }
    for (const action of waitingActions) expect((await hold.count(action, filter)).total, action).toBe(0)
    expect((await hold.list({ filter, after: null })).leads).toEqual([])
  })
})
