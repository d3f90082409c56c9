import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedSandbox } from '@/lib/customers/store/seed-sandbox'
import type { Database } from '@/lib/db/open-database'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { sandbox } from '@/lib/environments/environment'
import { createJobEngine, type JobEngine } from '@/lib/jobs/job-engine'
import { noFilter } from '@/lib/leads/log-filter'
import { makeSearchable } from '@/lib/leads/store/make-searchable'
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { classifyStatus } from '@/lib/vitec/classify'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { knownPerson, personalWords } from '@/test/support/privacy/known-person'
import { findServerTraces, findTraces } from '@/test/support/privacy/traces'
import { createPrivacyStore } from './store/create-privacy-store'
import { expire } from './store/expire-leads'

const now = new Date('2026-03-01T12:00:00Z')
const later = new Date('2026-03-01T13:00:00Z')
const administrator = { by: 'person:admin', from: '192.0.2.7' }

describe.each(testDatabases)('of a person who is gone nothing is left, on $kind', ({ create }) => {
  let database: Database
  let jobs: JobEngine
  let tell: ReturnType<typeof knownPerson>
  beforeEach(async () => {
    database = await create()
    const query = (text: string, values?: unknown[]) => database.pool.query(text, values)
    jobs = createJobEngine(query, () => {})
    await jobs.start({ workBulkSend: async () => {} })
    await seedSandbox(database.prisma)
    tell = knownPerson(database)
  })
  afterEach(async () => {
    await jobs.stop(1_000)
    await database.close()
  })

  const traces = async () => [
    ...(await findTraces(database, personalWords)),
    ...(await findServerTraces(database, personalWords)),
  ]

  /** What ordinary work leaves behind: every outcome, a pause whose answer names the person, a probe, searches, ANALYZE. */
  const live = async () => {
    const leads: string[] = []
    for (const outcome of ['delivered', 'rejected', 'unknown', 'not_saved', 'none'] as const)
      leads.push(await tell({ at: now, outcome }))
    const ofPaused: string[] = []
    for (const customerId of ['M30011', 'Gunhild-Wrangelbock'])
      ofPaused.push(await tell({ at: now, outcome: 'misconfigured', customerId }))
    // Another person's lead waits there, too: the pause stays when the person is gone.
    await storeLead(database, { firstName: 'Sixten', customerId: 'M30011', at: now })
    await makeSearchable(database.prisma)
    await database.pool.query('ANALYZE')
    for (const id of ofPaused) await timedDelivery(database).attempt(id, probed, later)
    await createPrivacyStore(database.prisma, sandbox).find('Gunhild Wrangelbock', someone)
    await suggestSearch(database.prisma, { ...noFilter, search: 'Gunhild Wrangelbok' })
    await database.pool.query('ANALYZE')
    return [...leads, ...ofPaused]
  }
  const answer = '{"error":"Gunhild Wrangelbock, Kvarnbacken 4"}'
  const said = { httpStatus: 401, answer, word: 'gunhild.w@example.com?' } as const
  const probed = { ...said, outcome: 'misconfigured', errorKind: 'credentials' } as const

  it('after an erasure: in no table, and in nothing that the server keeps of tables', async () => {
    const leadIds = await live()
    await createPrivacyStore(database.prisma, sandbox).erase(
      { id: crypto.randomUUID(), leadIds },
      administrator,
      now,
    )
    expect(await traces()).toEqual([])
    expect(await database.prisma.customerPause.findMany({ select: { reason: true } })).toEqual([
      { reason: 'rights' },
    ])
  })

  it('after retention, which asks nobody, just the same', async () => {
    await live()
    await database.prisma.$transaction((transaction) =>
      expire(transaction, sandbox, { before: later, leads: 100, entries: 100 }, later),
    )
    await database.prisma.lead.updateMany({
      where: { status: 'pending' },
      data: { status: 'failed', nextAttemptAt: null },
    })
    await database.prisma.$transaction((transaction) =>
      expire(transaction, sandbox, { before: later, leads: 100, entries: 100 }, later),
    )
    expect(await traces()).toEqual([])
  })

  it('is looked for where it would be: of a table that nobody thought of the planner keeps words', async () => {
    await database.pool.query(`CREATE TABLE forgotten AS SELECT 'Gunhild Wrangelbock' AS name FROM generate_series(1, 9);
      ANALYZE forgotten; DELETE FROM forgotten`)
    expect(await findTraces(database, personalWords)).toEqual([])
    expect(await findServerTraces(database, ['Wrangelbock'])).toEqual(
      expect.arrayContaining(['pg_statistic: Wrangelbock', 'pg_stats: Wrangelbock']),
    )
    await database.pool.query('DROP TABLE forgotten')
  })

  it('says why a customer is paused in a word of ours, also where an older version still writes Vitec’s', async () => {
    const pause = { environment: sandbox, vitecCustomerId: 'M1' }
    await database.prisma.customerPause.create({ data: { ...pause, reason: answer } })
    await database.prisma.deliveryPause.create({ data: { vitecCustomerId: 'M1', reason: answer } })
    expect(await traces()).toEqual([])
    const answered = Array.from({ length: 400 }, (_, index) => classifyStatus(200 + index))
    const kinds = answered.flatMap((verdict) =>
      verdict.outcome === 'misconfigured' ? [verdict.errorKind] : [],
    )
    for (const reason of new Set([...kinds, 'unreadable_account' as const])) {
      const data = { reason }
      const where = { environment_vitecCustomerId: pause }
      expect(await database.prisma.customerPause.update({ where, data, select: { reason: true } })).toEqual(
        data,
      )
      expect(errorKinds).toContain(reason)
    }
  })
})
