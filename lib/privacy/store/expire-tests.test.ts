import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import { isTest } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { sandbox, testDays, testing } from '@/lib/environments/environment'
import { makeSearchable } from '@/lib/leads/store/make-searchable'
import { letPass } from '@/test/support/database/let-pass'
import { testDatabases } from '@/test/support/database/test-database'
import { noLimits, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { knownPerson, personalWords } from '@/test/support/privacy/known-person'
import { findServerTraces, findTraces } from '@/test/support/privacy/traces'
import { sandboxEntriesOf } from './anonymise-leads'
import { createLedgerStore } from './create-ledger-store'
import { createPrivacyStore } from './create-privacy-store'
import { expireTests } from './expire-tests'

const day = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * day)
const over = daysAgo(testDays + 1)
const administrator = { by: 'person:admin', from: '192.0.2.7' }

describe.each(testDatabases)('a test key’s lead whose thirty days are over, on $kind', ({ create }) => {
  let database: Database
  beforeEach(async () => {
    database = await create()
    await database.pool.query('UPDATE clock_watch SET seen_at = clock_timestamp(), rows_up_to = NULL')
    // As though the last test had been sent long ago.
    await database.pool.query(
      `INSERT INTO outbound_schedule (number, next_at, seen_at) VALUES (2, '-infinity', '-infinity')
       ON CONFLICT (number) DO UPDATE SET next_at = '-infinity', seen_at = '-infinity'`,
    )
  })
  afterEach(() => database.close())

  const count = async (table: string) =>
    Number((await database.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count)
  const storeAt = (at: Date, environment = testing) => storeLead(database, { at, environment })

  it('is gone with all that hung on it: of its person nothing is left, in no table and not in the planner’s', async () => {
    await seedSandbox(database.prisma)
    await database.pool.query(`INSERT INTO webhook (id, actor, url, events, sealed)
      VALUES (gen_random_uuid(), 'key:k', 'https://receiver.example.com', '{lead.delivered,lead.rejected,lead.cancelled}', 's')`)
    const tell = knownPerson(database, testing)
    for (const outcome of [
      'delivered',
      'unknown',
      'unknown',
      'rejected',
      'rejected',
      'not_saved',
      'none',
    ] as const)
      await tell({ at: over, outcome })
    for (const customerId of ['M30011', 'Gunhild-Wrangelbock']) {
      await tell({ at: over, outcome: 'misconfigured', customerId })
      await tell({ at: over, outcome: 'not_saved', customerId: `${customerId}-2` })
    }
    await makeSearchable(database.prisma)
    await database.pool.query(`INSERT INTO webhook_attempt (event_number, number, answer)
      SELECT number, 1, 'Gunhild Wrangelbock?' FROM webhook_event`)
    await database.pool.query('ANALYZE')
    expect(await count('webhook_event')).toBeGreaterThan(1)
    expect(await expireTests(database.prisma)).toMatchObject({ lead: 11 })
    expect([
      ...(await findTraces(database, personalWords)),
      ...(await findServerTraces(database, personalWords)),
    ]).toEqual([])
    for (const table of [
      'lead',
      'delivery_attempt',
      'lead_event',
      'webhook_event',
      'webhook_attempt',
      'lead_match',
      'lead_note',
    ])
      expect(await count(table), table).toBe(0)
    expect(await count('sandbox_lead')).toBe(0)
    expect(await expireTests(database.prisma)).toEqual({})
  })

  it('goes when they are over and not before, however many there are, and one under way after it has ended', async () => {
    const young = await storeAt(daysAgo(testDays - 1))
    const first = await storeAt(over)
    await database.pool.query(
      `INSERT INTO lead SELECT r.* FROM lead l, generate_series(1, 230) n,
         jsonb_populate_record(l, jsonb_build_object('id', md5(n::text)::uuid)) r WHERE l.id = $1::uuid`,
      [first],
    )
    const delivery = timedDelivery(database, noLimits, testing)
    const attempt = await delivery.begin(first, over)
    expect(await expireTests(database.prisma)).toEqual({ lead: 230 })
    const left = await database.prisma.lead.findMany({ select: { id: true } })
    expect(left.map(({ id }) => id).sort()).toEqual([first, young].sort())
    if (!attempt) throw new Error('no attempt was to be had')
    await delivery.close(attempt, { outcome: 'rejected', httpStatus: 400, answer: 'no', word: 'no' }, over)
    expect(await expireTests(database.prisma)).toEqual({ lead: 1 })
  })

  it('is looked for among what the stand-in got of it, and not held against each of thousands of its customer', async () => {
    const first = await storeAt(over)
    await database.pool.query(
      `INSERT INTO lead SELECT r.* FROM lead l, generate_series(1, 300) n, jsonb_populate_record(l,
         jsonb_build_object('id', md5(n::text)::uuid, 'vitec_lead_id', 'CM' || n, 'status', 'delivered')) r WHERE l.id = $1::uuid`,
      [first],
    )
    await database.pool.query(`
      INSERT INTO delivery_attempt (id, lead_id, number, started_at, ended_at, outcome, environment, request_url, request_body)
      SELECT gen_random_uuid(), id, 1, received_at, received_at, 'delivered', 'test', '', json_build_object('of', id)::text FROM lead;
      INSERT INTO sandbox_lead (id, environment, customer_id, person_lead)
      SELECT coalesce(vitec_lead_id, 'CMLOST'), 'test', vitec_customer_id, jsonb_build_object('of', id) FROM lead`)
    const { text, values } = sandboxEntriesOf(
      Prisma.sql`SELECT id FROM lead WHERE ${isTest} AND ctid IN (SELECT ctid FROM lead LIMIT 100)`,
    )
    const { rows } = await database.pool.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values)
    const compared = [...JSON.stringify(rows).matchAll(/"Rows Removed by Join Filter": ?(\d+)/g)]
    expect(compared.reduce((sum, [, pairs]) => sum + Number(pairs), 0)).toBeLessThan(1_000)
    expect(await expireTests(database.prisma)).toEqual({ lead: 301 })
    expect(await count('sandbox_lead')).toBe(0)
  })

  it('takes no other with it: what was born elsewhere is kept as long as persons are, whatever its age', async () => {
    for (const place of [sandbox, 'https://connect.example.com']) await storeAt(daysAgo(1_000), place)
    await database.prisma.lead.update({
      where: { id: await storeAt(daysAgo(1_000), sandbox) },
      data: { environment: null },
      select: { id: true },
    })
    for (const environment of [sandbox, testing])
      for (const at of [over, daysAgo(testDays - 1)])
        await database.pool.query(
          `INSERT INTO sandbox_lead (id, environment, customer_id, received_at, person_lead)
           VALUES (gen_random_uuid(), $1, 'M1', $2, '{}')`,
          [environment, at],
        )
    await storeAt(over)
    expect(await expireTests(database.prisma)).toEqual({ lead: 1, sandbox_lead: 1 })
    const kept = await database.prisma.lead.findMany({ select: { firstName: true, anonymisedAt: true } })
    expect(kept).toEqual(Array.from({ length: 3 }, () => ({ firstName: 'Erik', anonymisedAt: null })))
    expect(await count("sandbox_lead WHERE environment = 'sandbox'")).toBe(2)
  })

  it('stays while the clock is not believed: one that is years ahead would take them all', async () => {
    await storeAt(daysAgo(1))
    await letPass(database, '3 years')
    expect(await expireTests(database.prisma)).toEqual({})
    expect(await count('lead')).toBe(1)
  })

  it('leaves the receipt of an erasure, and what the ledger says of it, as they were', async () => {
    const [id, erased] = [crypto.randomUUID(), await storeAt(over)]
    const store = createPrivacyStore(database.prisma, sandbox)
    await store.erase({ id, leadIds: [erased] }, administrator, new Date())
    const receipt = await store.receipt(id)
    expect(await expireTests(database.prisma)).toEqual({ lead: 1 })
    expect(await store.receipt(id)).toEqual(receipt)
    expect(await createLedgerStore(database.prisma).broughtBack([erased])).toEqual([])
  })
})
