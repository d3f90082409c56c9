import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { someone } from '@/test/support/audit/someone'
import { testDatabases } from '@/test/support/database/test-database'
import { timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'
import { figuresText, foldTallies, readFigures } from './read-figures'

const now = new Date('2026-11-28T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const delivered = { outcome: 'delivered', httpStatus: 200, answer: '"CM1"', vitecLeadId: 'CM1' } as const
const rejected = { outcome: 'rejected', httpStatus: 400, answer: 'no', word: 'no' } as const
const wrongPassword = {
  ...({ outcome: 'misconfigured', errorKind: 'credentials' } as const),
  ...{ httpStatus: 401, answer: null, word: 'no' },
}

describe.each(testDatabases)('what the metrics say of all instances, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  beforeEach(() => database.pool.query('TRUNCATE lead, customer_pause, lead_tally, attempt_tally CASCADE'))

  const figures = () => readFigures(database, sandbox, null)
  const at = timedDelivery
  const tallied = async () => {
    const { rows } = await database.pool.query(`
      SELECT status::text, channel::text, sum(leads)::int AS count FROM lead_tally GROUP BY 1, 2
      HAVING sum(leads) <> 0 ORDER BY 1, 2`)
    return rows
  }
  const counted = async () => {
    const { rows } = await database.pool.query(`
      SELECT status::text, channel::text, count(*)::int AS count FROM lead WHERE status <> 'pending'
      GROUP BY 1, 2 ORDER BY 1, 2`)
    return rows
  }

  it('is how many leads there are of each, and how long the oldest that waits has waited', async () => {
    const delivery = at(database)
    const store = (at: Date) => storeLead(database, { at })
    const [first, second] = [await store(now), await store(later(1))]
    await store(later(2))
    await delivery.attempt(first, delivered, later(3))
    await delivery.attempt(second, rejected, later(3))
    await delivery.at(later(12))
    const found = await figures()
    expect(found.waiting).toEqual({ count: 1, oldestAgeS: 600 })
    expect(found.leads.map(({ status, count }) => `${count} ${status}`).sort()).toEqual([
      '1 delivered',
      '1 pending',
      '1 rejected',
    ])
    expect(found.attempts.map(({ outcome, count }) => `${count} ${outcome}`).sort()).toEqual([
      '1 delivered',
      '1 rejected',
    ])
    expect(found).toMatchObject({ pausedCustomers: 0, breakers: { customer: 0, vitec: 0 }, placesInUse: 0 })
    expect(found.databaseBytes).toBeGreaterThan(1_000_000)
  })

  it('follows a lead wherever a person moves it, and back', async () => {
    const delivery = at(database)
    await delivery.at(now)
    const id = await storeLead(database)
    await delivery.attempt(id, { ...rejected, outcome: 'unknown', errorKind: 'timeout' }, now)
    expect(await tallied()).toEqual(await counted())
    for (const action of ['send_again', 'cancel'] as const) {
      await delivery.act(id, action, later(1), someone)
      expect(await tallied()).toEqual(await counted())
    }
    expect(await tallied()).toMatchObject([{ status: 'cancelled', count: 1 }])
    await database.pool.query('DELETE FROM lead')
    expect(await tallied()).toEqual([])
  })

  it('is right when many sessions count at once, and are added up meanwhile', async () => {
    const ids = await Promise.all(Array.from({ length: 40 }, () => storeLead(database)))
    const fold = () => foldTallies(database)
    await Promise.all([
      ...ids.map((id, number) =>
        database.pool.query(`UPDATE lead SET status = $2, next_attempt_at = NULL WHERE id = $1`, [
          id,
          number % 2 ? 'delivered' : 'failed',
        ]),
      ),
      ...Array.from({ length: 5 }, fold),
    ])
    await fold()
    expect(await tallied()).toEqual(await counted())
    const { rows } = await database.pool.query('SELECT DISTINCT backend FROM lead_tally')
    expect(rows).toEqual([{ backend: 0 }])
  })

  it('counts customers that are paused, and what is under way', async () => {
    const delivery = at(database)
    await delivery.at(now)
    const paused = await storeLead(database)
    const other = await storeLead(database, { customerId: 'OTHER1' })
    await delivery.attempt(paused, wrongPassword, now)
    await delivery.begin(other, later(1))
    expect(await figures()).toMatchObject({ pausedCustomers: 1, placesInUse: 1, sendingHeld: 0 })
  })

  it('counts what is open of alerts by kind, all kinds, and when the newest backups were', async () => {
    await database.pool.query('TRUNCATE alert, backup')
    await database.pool.query(
      `
      INSERT INTO alert (id, kind, subject, since, ended_at) VALUES
        (gen_random_uuid(), 'disk_low', '', $1, NULL), (gen_random_uuid(), 'doubts', '', $1, $1)`,
      [now],
    )
    await database.pool.query(
      `
      INSERT INTO backup (id, started_at, ended_at, state, file) VALUES
        (gen_random_uuid(), $1, $1, 'verified', 'one'), (gen_random_uuid(), $2, NULL, 'failed', 'two')`,
      [now, later(1)],
    )
    const found = await figures()
    const open = found.alerts.filter(({ count }) => count > 0)
    expect(open).toEqual([{ kind: 'disk_low', count: 1 }])
    expect(found.alerts.length).toBeGreaterThan(5)
    expect(found.backup).toEqual({ verifiedAt: now.getTime() / 1000, failedAt: later(1).getTime() / 1000 })
  })

  it('looks through no table of leads', async () => {
    const client = await database.pool.connect()
    await client.query('BEGIN; SET LOCAL enable_seqscan = off')
    const { rows } = await client.query(`EXPLAIN ${figuresText}`, [sandbox, null])
    await client.query('ROLLBACK')
    client.release()
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).toContain('on lead_')
    expect(plan).not.toMatch(/Seq Scan on (lead|delivery_attempt)( |$)/m)
  })
})
