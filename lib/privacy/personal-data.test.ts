import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import type { Database } from '@/lib/db/open-database'
import { plainActions } from '@/lib/deliveries/transitions'
import { sandbox } from '@/lib/environments/environment'
import { createJobEngine, type JobEngine } from '@/lib/jobs/job-engine'
import { noFilter } from '@/lib/leads/log-filter'
import { listLeads } from '@/lib/leads/store/list-leads'
import { makeSearchable } from '@/lib/leads/store/make-searchable'
import { readRecord } from '@/lib/leads/store/read-record'
import { createViews } from '@/lib/views/keep-views'
import { createViewStore } from '@/lib/views/store/create-view-store'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { knownPerson, personalWords } from '@/test/support/privacy/known-person'
import { findTraces } from '@/test/support/privacy/traces'
import type { PrivacyStore } from './privacy-store'
import { createPrivacyStore } from './store/create-privacy-store'
import { expire } from './store/expire-leads'

const longAgo = new Date('2024-03-01T12:00:00Z')
const now = new Date('2026-03-01T12:00:00Z')
const administrator = { by: 'person:admin', from: '192.0.2.7' }

describe.each(testDatabases)('what is known of a person, on $kind', ({ create }) => {
  let database: Database
  let jobs: JobEngine
  let store: PrivacyStore
  let tell: ReturnType<typeof knownPerson>
  const failed: unknown[] = []
  beforeAll(async () => {
    database = await create()
    const query = (text: string, values?: unknown[]) => database.pool.query(text, values)
    jobs = createJobEngine(query, (error) => failed.push(error))
    await jobs.start({ workBulkSend: async () => {} })
    await seedSandbox(database.prisma)
    store = createPrivacyStore(database.prisma, sandbox)
    tell = knownPerson(database)
  })
  afterAll(async () => {
    await jobs.stop(1_000)
    await database.close()
    expect(failed).toEqual([])
  })

  const tracesOfPerson = () => findTraces(database, personalWords)
  const found = async (search = 'gunhild.w@example.com') =>
    (await store.find(search, someone)).leads.map(({ id }) => id)
  const customer = async (vitecId: string) => ({
    row: await database.prisma.customer.findUnique({ where: { vitecId }, select: { vitecId: true } }),
    pause: await database.prisma.customerPause.findFirst({
      where: { vitecCustomerId: vitecId },
      select: { reason: true },
    }),
  })
  const erase = (leadIds: string[], id: string = crypto.randomUUID()) =>
    store.erase({ id, leadIds }, administrator, now)

  it('is gone where an instance of the version before, which knows of no reference, anonymises a lead', async () => {
    const id = await storeLead(database, { at: now, reference: 'Wrangelbock' })
    await database.pool.query(
      `UPDATE lead SET status = 'cancelled', next_attempt_at = NULL, first_name = '', last_name = '', email = '', phone = '',
        address = '', zip_code = NULL, city = NULL, living_area = NULL, secondary_area = NULL, lot_size_area = NULL,
        year_built = NULL, occupant_type = NULL, message = '', search_text = '', body = '', valuation = 0,
        anonymised_at = now() WHERE id = $1`,
      [id],
    )
    expect((await readRecord(database.prisma, sandbox, id))?.reference).toBeNull()
    await database.prisma.lead.delete({ where: { id } })
  })

  it('is gone from every table after an erasure, while the leads are still counted', async () => {
    const outcomes = ['delivered', 'rejected', 'not_saved', 'unknown', 'none'] as const
    for (const outcome of outcomes) await tell({ at: now, outcome })
    await tell({ at: now, outcome: 'misconfigured', customerId: 'M30011' })
    await tell({ at: now, outcome: 'rejected', customerId: 'Wrangelbock', sourceId: 'Gunhild' })
    const neighbour = await storeLead(database, { firstName: 'Sixten', at: now })
    await makeSearchable(database.prisma)
    const places = new Set((await tracesOfPerson()).map(({ table, column }) => `${table}.${column}`))
    for (const place of [
      ...['body', 'message', 'search_text', 'warnings', 'vitec_lead_id', 'last_word', 'reference'],
    ])
      expect(places).toContain(`public.lead.${place}`)
    for (const place of [
      'delivery_attempt.request_body',
      'delivery_attempt.answer',
      'sandbox_lead.person_lead',
      'search_word.word',
      'lead_note.text',
    ])
      expect(places).toContain(`public.${place}`)
    for (const place of ['idempotency_record.answer', 'idempotency_record.body_hash'])
      expect(places).toContain(`public.${place}`)
    expect(new Set((await tracesOfPerson()).map(({ word }) => word))).toEqual(new Set(personalWords))

    const leads = await found()
    expect(leads).toHaveLength(7)
    const id = crypto.randomUUID()
    const erasing = await erase(leads, id)

    expect(await tracesOfPerson()).toEqual([])
    const receipt = { id, leads: 7, cancelled: 3, attempts: 6, keptAnswers: 7, sandboxEntries: 2 }
    expect(erasing).toEqual({
      kind: 'erased',
      receipt: { ...receipt, at: now.toISOString(), by: 'person:admin', byName: null },
    })
    expect(await findTraces(database, ['Sixten'])).not.toEqual([])
    expect(await readRecord(database.prisma, sandbox, neighbour)).toMatchObject({
      anonymisedAt: null,
      firstName: 'Sixten',
    })
    const counted = await database.prisma.lead.groupBy({
      by: ['status', 'vitecSourceId'],
      where: { erasureId: id },
      orderBy: [{ vitecSourceId: 'asc' }, { status: 'asc' }],
      _count: true,
    })
    const kept = { vitecSourceId: 'LEAD456' }
    expect(counted).toEqual([
      { vitecSourceId: '', status: 'rejected', _count: 1 },
      { vitecSourceId: '', status: 'cancelled', _count: 1 },
      { ...kept, status: 'delivered', _count: 1 },
      { ...kept, status: 'rejected', _count: 1 },
      { ...kept, status: 'unknown', _count: 1 },
      { ...kept, status: 'cancelled', _count: 2 },
    ])
  })

  it('is no customer either: one that a caller made up goes with its last lead, and its pause with it', async () => {
    const made = { at: now, outcome: 'misconfigured', customerId: 'Gunhild-Wrangelbock' } as const
    const [first, last] = [await tell(made), await tell({ ...made, outcome: 'none' })]
    await erase([first])
    expect(await customer(made.customerId)).toMatchObject({ pause: { reason: 'rights' } })
    await erase([last])
    expect(await customer(made.customerId)).toEqual({ row: null, pause: null })
    expect(await tracesOfPerson()).toEqual([])
  })

  it('is in nothing that is kept of how a customer stands that is on no list, once it has no leads', async () => {
    const made = { at: now, outcome: 'none', customerId: 'Wrangelbock-7' } as const
    const [first, last] = [await tell(made), await tell(made)]
    for (const table of [
      'customer_trouble (environment, vitec_customer_id, lead_ids)',
      'customer_pause (environment, vitec_customer_id, reason)',
    ])
      await database.pool.query(
        `INSERT INTO ${table} VALUES ('sandbox', $1, ${table.startsWith('customer_trouble') ? "'{}'" : "'rights'"})`,
        [made.customerId],
      )
    await erase([first])
    expect(await customer(made.customerId)).toMatchObject({ pause: { reason: 'rights' } })
    await erase([last])
    expect(await tracesOfPerson()).toEqual([])
  })

  it('leaves a customer that was named since, or to which Vitec took a lead: it is one', async () => {
    const paused = { at: now, outcome: 'misconfigured' } as const
    const named = await tell({ ...paused, customerId: 'M40001' })
    await database.prisma.customer.update({ where: { vitecId: 'M40001' }, data: { name: 'Norr' } })
    const reached = await tell({ ...paused, customerId: 'M40002' })
    expect(await timedDelivery(database).resume('M40002', now, someone)).toBe(true)
    const delivered = await tell({ at: now, outcome: 'delivered', customerId: 'M40002' })
    await erase([named, reached, delivered])
    for (const vitecId of ['M40001', 'M40002'])
      expect(await customer(vitecId)).toMatchObject({ row: { vitecId } })
    for (const lead of [named, reached])
      expect(await readRecord(database.prisma, sandbox, lead)).toMatchObject({
        vitecCustomerId: expect.stringMatching(/^M4/),
      })
    expect(await tracesOfPerson()).toEqual([])
  })

  it('is in no link to a search either: none can be read without the link, so an erasure removes them all', async () => {
    const lead = await tell({ at: now, outcome: 'none' })
    const views = createViews(createViewStore(database.prisma))
    const { token } = await views.makeLink({ kind: 'open' }, { ...noFilter, search: 'Gunhild' })
    expect(await views.openLink(token)).toMatchObject({ search: 'Gunhild' })
    await erase([lead])
    expect(await views.openLink(token)).toBeNull()
    expect(await database.prisma.viewLink.count()).toBe(0)
  })

  it('leaves one receipt and one audit event, however often the same erasure is asked for', async () => {
    const lead = await tell({ at: now, outcome: 'none' })
    const id = crypto.randomUUID()
    const first = await erase([lead], id)
    expect(await erase([lead], id)).toEqual(first)
    expect(await store.receipt(id)).toMatchObject({ leads: 1, cancelled: 1 })
    expect((await store.receipts(1))[0]).toMatchObject({ at: now.toISOString() })
    const events = await database.prisma.auditEvent.findMany({
      where: { subject: `erasure:${id}` },
      select: { actor: true, verb: true, address: true },
    })
    expect(events).toEqual([{ actor: 'person:admin', verb: 'privacy.erase', address: '192.0.2.7' }])
  })

  it('leaves no receipt and no audit event where there is nothing to erase: they would say what did not happen', async () => {
    const lead = await tell({ at: now, outcome: 'none' })
    await erase([lead])
    const [receipts, events] = [await store.receipts(50), await database.prisma.auditEvent.count()]
    expect(await erase([lead, crypto.randomUUID()])).toEqual({ kind: 'no_person' })
    expect(await store.receipts(50)).toEqual(receipts)
    expect(await database.prisma.auditEvent.count()).toBe(events)
  })

  it('is erased in no lead while one of them is being sent, because its answer would come back', async () => {
    const atRest = await tell({ at: now, outcome: 'rejected' })
    const underWay = await tell({ at: now, outcome: 'under_way' })
    expect(await erase([atRest, underWay])).toEqual({ kind: 'under_way', leads: 1 })
    expect((await found()).sort()).toEqual([atRest, underWay].sort())
    const itsTimeIsOver = new Date(now.getTime() + noLimits.slotMs)
    expect(await (await timedDelivery(database).at(itsTimeIsOver)).settleInterrupted()).toBe(1)
    expect(await erase([atRest, underWay])).toMatchObject({ kind: 'erased', receipt: { leads: 2 } })
    expect(await tracesOfPerson()).toEqual([])
  })

  it('never comes back: an erased lead is not sent, moved or chosen again', async () => {
    const lead = await tell({ at: now, outcome: 'unknown' })
    await erase([lead])
    const deliveries = timedDelivery(database)
    for (const action of plainActions) expect(await deliveries.act(lead, action, now, someone)).toBe(false)
    expect(await deliveries.begin(lead, now)).toBeNull()
    expect(await readRecord(database.prisma, sandbox, lead)).toMatchObject({
      allowedActions: [],
      message: '',
      body: '',
    })
    const back = database.prisma.lead.update({
      where: { id: lead },
      data: { lastWord: 'Gunhild' },
      select: { id: true },
    })
    await expect(back).rejects.toThrow()
    expect(await found()).toEqual([])
    const [row] = (await listLeads(database, sandbox, { ...noFilter, search: lead, cursor: null })).leads
    expect(row).toMatchObject({ anonymisedAt: now.toISOString(), firstName: '' })
  })

  it('can be handed out whole: what an erasure would remove is what an export has', async () => {
    const leads = [await tell({ at: now, outcome: 'unknown' }), await tell({ at: now, outcome: 'rejected' })]
    const exported = await store.export(leads, now, someone)
    expect(exported).toMatchObject({
      leads: leads.map((id) => ({ id })),
      notIncluded: ['vitec', 'backups', 'callers'],
    })
    expect([exported.keptAnswers.length, exported.sandboxInbox.length]).toEqual([2, 1])
    const text = JSON.stringify(exported).toLowerCase()
    // A hash, Vitec's ids, and a fee in öre.
    const ours = [/^[0-9a-f]{16}$/, /^CM/, /^643125$/]
    const told = personalWords.filter((word) => !ours.some((pattern) => pattern.test(word)))
    expect(told.filter((word) => !text.includes(word.toLowerCase()))).toEqual([])
    await erase(leads)
    expect(await tracesOfPerson()).toEqual([])
  })

  /** Anonymises what was received before a moment, by portions; resolves to how many leads and entries each had. */
  const expireAll = async (before: Date) => {
    const portions: { leads: number; entries: number }[] = []
    const next = () =>
      database.prisma.$transaction((transaction) =>
        expire(transaction, sandbox, { before, leads: 100, entries: 100 }, now),
      )
    for (let done = await next(); done.leads + done.entries > 0; done = await next()) portions.push(done)
    return portions
  }

  it('is forgotten when its time is up, batch by batch, and not a moment before', async () => {
    for (const outcome of ['delivered', 'rejected', 'unknown'] as const) await tell({ at: longAgo, outcome })
    const young = await tell({ at: new Date(longAgo.getTime() + 1), outcome: 'rejected' })
    for (let index = 0; index < 120; index++) await storeOld(database)
    expect(await expireAll(longAgo)).toEqual([])
    // What the stand-in got of them goes with its leads.
    const portions = await expireAll(new Date(longAgo.getTime() + 1))
    expect(portions.map(({ leads }) => leads)).toEqual([100, 23])
    expect(portions.map(({ entries }) => entries)).toEqual([2, 0])
    expect(await found()).toEqual([young])
    expect(await readRecord(database.prisma, sandbox, young)).toMatchObject({ firstName: 'Gunhild' })
    expect(await expireAll(new Date(longAgo.getTime() + 2))).toEqual([{ leads: 1, entries: 0 }])
    expect(await tracesOfPerson()).toEqual([])
    expect(await expireAll(new Date(longAgo.getTime() + 2))).toEqual([])
  })

  it('is kept as long as its lead waits to be sent, but not by a pause that nobody lifts', async () => {
    const old = new Date('2023-01-01T12:00:00Z')
    const waiting = await tell({ at: old, outcome: 'not_saved' })
    const underWay = await tell({ at: old, outcome: 'under_way' })
    await tell({ at: old, outcome: 'misconfigured', customerId: 'M30012' })
    expect(await expireAll(longAgo)).toEqual([{ leads: 1, entries: 0 }])
    expect((await found()).sort()).toEqual([waiting, underWay].sort())
  })
})

async function storeOld(database: Database): Promise<void> {
  const id = await storeLead(database, { firstName: 'Sixten', at: longAgo })
  await database.prisma.lead.update({
    where: { id },
    data: { status: 'failed', nextAttemptAt: null },
    select: { id: true },
  })
}
