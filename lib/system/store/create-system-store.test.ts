import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { storeLead } from '@/test/support/leads/store-lead'
import { freeDisk, mostCalls, readFacts } from './create-system-store'

const here = 'https://connect.example.com'

describe.each(testDatabases)('what the database tells of the service on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
  })
  afterAll(() => db.close())

  /** Attempts of a lead of their own, ended so long after the day in Stockholm began; `took` in ms. */
  async function attempts(
    count: number,
    given: { after: string; took: number; outcome?: string; kind?: string; in?: string },
  ) {
    const { after, took, outcome = 'delivered', kind = null, in: environment = here } = given
    const id = await storeLead(db)
    await db.pool.query(
      `INSERT INTO delivery_attempt (id, lead_id, number, environment, started_at, ended_at, request_url, request_body, outcome, error_kind)
       SELECT gen_random_uuid(), $1, n, $2, ended - $3::float8 * interval '1 ms', ended, '', '', $4::attempt_outcome, $5
       FROM generate_series(1, $6::int) n,
         (SELECT date_trunc('day', clock_timestamp(), 'Europe/Stockholm') + $7::interval AS ended) day`,
      [id, environment, took, outcome, kind, count, after],
    )
  }

  it('tells of an empty database that nothing was, and nothing is', async () => {
    const { now, server, bytes, ...facts } = await readFacts(db.prisma, here)
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(60_000)
    expect([Number.parseInt(server, 10) >= 15, bytes > 1_000_000]).toEqual([true, true])
    expect(facts).toMatchObject({
      ...{ rows: [], hold: null, alerts: { open: 0, newest: [] } },
      backups: { lastVerified: null, lastFailed: null },
      calls: { calls: 0, delivered: 0, doubts: 0, p50: null, p95: null, isPart: false },
    })
  })

  it('counts what ended today in Stockholm and here: no other day, no other place, and no time that nobody measured', async () => {
    await attempts(1, { after: '-1 second', took: 1 })
    await attempts(19, { after: '0 seconds', took: 100 })
    await attempts(1, { after: '1 second', took: 900, outcome: 'unknown', kind: 'timeout' })
    await attempts(1, { after: '1 second', took: 9_000_000, outcome: 'unknown', kind: 'interrupted' })
    await attempts(5, { after: '1 second', took: 1, in: 'sandbox' })
    const { calls } = await readFacts(db.prisma, here)
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date())
    expect(calls).toEqual({
      ...{ day: today, calls: 21, delivered: 19, doubts: 2, p50: 100, p95: 100, isPart: false },
    })
  })

  it('looks at no more of them than a page may cost, and says so', async () => {
    await attempts(mostCalls, { after: '2 seconds', took: 50 })
    const { calls } = await readFacts(db.prisma, here)
    expect(calls).toMatchObject({ calls: mostCalls, delivered: mostCalls, p95: 50, isPart: true })
  })

  it('tells the last good and the last bad backup, open alerts without what they are about, and the hold', async () => {
    const [before, later] = [new Date('2026-11-27T01:00:00Z'), new Date('2026-11-28T01:00:00Z')]
    await db.prisma.backup.createMany({
      data: [
        { startedAt: before, endedAt: before, state: 'verified', file: 'a', bytes: 2n ** 40n },
        { startedAt: later, state: 'failed', file: 'b', failure: 'ENOSPC' },
        { startedAt: later, state: 'running', file: 'c' },
      ],
    })
    await db.prisma.alert.createMany({
      data: [
        { kind: 'disk_low', since: before },
        { kind: 'customer_paused', subject: 'Erik Andersson', since: later },
        { kind: 'test', since: before, endedAt: later },
      ],
    })
    await db.prisma.sendingHold.create({
      data: { number: 1, id: crypto.randomUUID(), since: later, reason: 'restored', actor: 'system' },
    })
    const facts = await readFacts(db.prisma, here)
    expect(facts.backups).toEqual({
      lastVerified: { at: before.toISOString(), bytes: 2 ** 40, failure: null },
      lastFailed: { at: later.toISOString(), bytes: null, failure: 'ENOSPC' },
    })
    expect(facts.alerts.open).toBe(2)
    expect(facts.alerts.newest.map(({ kind }) => kind)).toEqual(['customer_paused', 'disk_low'])
    expect(facts.hold).toEqual({ since: later.toISOString(), reason: 'restored' })
    expect(JSON.stringify(facts)).not.toContain('Erik')
  })
})

it('tells the room on a folder’s disk', async () => {
  const { freeBytes = 0, totalBytes = 0 } = (await freeDisk(tmpdir())) ?? {}
  expect(freeBytes).toBeGreaterThan(0)
  expect(totalBytes).toBeGreaterThanOrEqual(freeBytes)
})
