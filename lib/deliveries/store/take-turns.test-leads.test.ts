import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import { testing } from '@/lib/environments/environment'
import { testDatabases } from '@/test/support/database/test-database'
import { request, type TimedDelivery, timedDelivery } from '@/test/support/deliveries/begin-attempt'
import { storeLead } from '@/test/support/leads/store-lead'

const live = 'https://vitec.example.com'
const now = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const limits: OutboundLimits = { atOnce: 2, perSecond: 1, slotMs: 35_000, magicPrefix: null }
const noRights: AttemptResult = {
  ...{ outcome: 'misconfigured', httpStatus: 403, errorKind: 'rights', answer: null, word: 'x' },
}
const reset: AttemptResult = {
  ...{ outcome: 'unknown', httpStatus: null, errorKind: 'reset', answer: null, word: 'x' },
}

describe.each(testDatabases)('leads of test keys on $kind', ({ create }) => {
  let database: Database
  let real: TimedDelivery
  let tests: TimedDelivery

  beforeEach(async () => {
    database = await create()
    real = timedDelivery(database, limits, live)
    tests = timedDelivery(database, limits, testing)
  })
  afterEach(() => database.close())

  const store = (environment: string, customerId = 'M1') => storeLead(database, { environment, customerId })
  const turn = async (delivery: TimedDelivery, at = now) => (await delivery.at(at)).takePlace()
  const count = async (table: string) =>
    Number((await database.pool.query(`SELECT count(*) FROM ${table}`)).rows[0].count)

  it('wait for no place of a real one, and keep none of theirs waiting, however many are sent', async () => {
    for (let made = 0; made < 3; made++) await store(testing, `T${made}`)
    const id = await store(live)
    expect(await turn(tests)).toMatchObject({ kind: 'place', waitMs: 0 })
    expect(await turn(tests)).toMatchObject({ kind: 'full' })
    expect(await turn(real), 'the second is not spent').toMatchObject({
      kind: 'place',
      leadId: id,
      waitMs: 0,
    })
    await store(live, 'M2')
    await store(live, 'M3')
    const second = await turn(real, later(1.2))
    if (second.kind !== 'place') throw new Error('no place was to be had')
    await real.store.claim(second, request)
    expect(await turn(tests, later(1.2)), 'nor are the places').toMatchObject({ kind: 'place' })
  })

  it('are taken by nobody who sends real ones, nor real ones by who sends tests', async () => {
    await store(testing)
    expect(await turn(real)).toMatchObject({ kind: 'idle' })
    await store(live, 'M2')
    await turn(tests)
    expect(await turn(tests, later(2))).toMatchObject({ kind: 'place' })
    const { rows } = await database.pool.query('SELECT DISTINCT environment FROM outbound_place')
    expect(rows).toEqual([{ environment: testing }])
  })

  it('pause their own customer and no real one, and put nothing on the list of customers', async () => {
    const id = await store(testing)
    await tests.attempt(id, noRights, now)
    const { rows } = await database.pool.query(
      'SELECT environment, vitec_customer_id AS id FROM customer_pause',
    )
    expect(rows).toEqual([{ environment: testing, id: 'M1' }])
    expect(await count('customer')).toBe(0)
    const real1 = await store(live)
    expect(await turn(real, later(2))).toMatchObject({ kind: 'place', leadId: real1, isProbe: false })
  })

  it('open breakers for themselves alone', async () => {
    for (let made = 0; made < 5; made++) {
      const id = await store(testing, `T${made}`)
      await tests.attempt(id, reset, later(made * 2))
    }
    expect(await (await tests.at(later(9))).heldUntil()).not.toBeNull()
    expect(await real.store.heldUntil()).toBeNull()
  })

  it('are in no tally, of leads or of attempts', async () => {
    await tests.attempt(await store(testing), reset, now)
    expect([await count('lead_tally'), await count('attempt_tally')]).toEqual([0, 0])
    await real.attempt(await store(live), reset, now)
    await database.pool.query('DELETE FROM lead WHERE environment = $1', [testing])
    const { rows } = await database.pool.query('SELECT sum(leads)::int AS leads FROM lead_tally')
    expect(rows).toEqual([{ leads: 1 }])
  })

  it('are due once, and not twice as early, after the clock was set back', async () => {
    const id = await store(testing)
    await store(live, 'M2')
    await turn(tests, later(100))
    await turn(real, later(100))
    await database.pool.query('UPDATE lead SET next_attempt_at = $1', [later(160)])
    // As a clock that is set back does it: nothing of the schedules is begun anew.
    await database.pool.query("UPDATE test_clock SET at = at - interval '100 seconds'")
    const due = async () =>
      (await database.pool.query('SELECT next_attempt_at AS at FROM lead WHERE id = $1', [id])).rows[0].at
    await tests.store.takePlace()
    expect(await due()).toEqual(later(160))
    await real.store.takePlace()
    expect(await due()).toEqual(later(60))
    await tests.store.takePlace()
    expect(await due()).toEqual(later(60))
  })
})
