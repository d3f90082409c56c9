import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { forgetExpired } from '@/lib/privacy/store/forget-expired'
import { signInLimits } from '@/lib/rate-limits/limits'
import type { Limit } from '@/lib/rate-limits/rate-limit'
import { testDatabases } from '@/test/support/database/test-database'
import { createRateLimiter } from './create-rate-limiter'

/** A number of seconds, told while the clock runs: between two calls a second may end. */
const about = (seconds: number) => expect.toBeOneOf([seconds, seconds - 1])

describe.each(testDatabases)('rate limits on $kind', ({ kind, create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  const limit = (of: string, quota: number): Limit => ({ name: 'key', of, quota, windowS: 60 })
  const passed = async (limits: Limit[]) => {
    const states = await createRateLimiter(database.pool).take(limits)
    return states.every(({ waitS }) => waitS === null)
  }
  const age = (seconds: number) =>
    database.pool.query("UPDATE rate_limit SET spent_until = spent_until - $1 * interval '1 second'", [
      seconds,
    ])

  it('let exactly the quota through of many at once over two instances, because the database counts', async () => {
    const other = kind === 'postgres' ? new pg.Pool(database.pool.options) : database.pool
    const instances = [createRateLimiter(database.pool), createRateLimiter(other)]
    const states = await Promise.all(
      Array.from({ length: 60 }, (_, at) => instances[at % 2]?.take([limit('both', 7)])),
    )
    if (other !== database.pool) await other.end()
    expect(states.flat().filter((state) => state?.waitS === null)).toHaveLength(7)
  })

  it('say how much is left, when all is, and how long to wait', async () => {
    const limiter = createRateLimiter(database.pool)
    const told = []
    for (let i = 0; i < 4; i++) told.push(...(await limiter.take([limit('told', 3)])))
    expect(told.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0])
    expect(told.map(({ resetS }) => resetS)).toEqual([20, 40, 60, 60].map(about))
    expect(told.map(({ waitS }) => waitS)).toEqual([null, null, null, about(20)])
  })

  it('are looked at without taking anything from them', async () => {
    const limiter = createRateLimiter(database.pool)
    expect(await limiter.look(limit('looked', 3))).toMatchObject({ remaining: 3, resetS: 0 })
    await limiter.take([limit('looked', 3)])
    for (let i = 0; i < 3; i++)
      expect(await limiter.look(limit('looked', 3))).toMatchObject({ remaining: 2, resetS: about(20) })
  })

  it('give one request back after its share of the window, not all of them at its end', async () => {
    for (let i = 0; i < 3; i++) await passed([limit('back', 3)])
    expect(await passed([limit('back', 3)])).toBe(false)
    await age(20)
    expect(await passed([limit('back', 3)])).toBe(true)
    expect(await passed([limit('back', 3)])).toBe(false)
  })

  it('never save up more than the quota, however long nobody asks', async () => {
    await passed([limit('saved', 2)])
    await age(3600)
    expect(await passed([limit('saved', 2)])).toBe(true)
    expect(await passed([limit('saved', 2)])).toBe(true)
    expect(await passed([limit('saved', 2)])).toBe(false)
  })

  it('count each limit of a request for itself', async () => {
    const own = (of: string) => [{ ...limit('address', 3), name: 'address' }, limit(of, 2)]
    expect(await passed(own('a'))).toBe(true)
    expect(await passed(own('b'))).toBe(true)
    expect(await passed(own('a'))).toBe(true)
    const [address, key] = await createRateLimiter(database.pool).take(own('b'))
    expect([address?.waitS, key?.waitS]).toEqual([about(20), null])
  })

  it('spend nothing of a wider limit for what a narrower one refuses: one who is refused would else use up what others share', async () => {
    const wide = { ...limit('all of them', 10), name: 'wide' }
    for (let i = 0; i < 50; i++) await passed([wide, limit('one of them', 2)])
    const [state] = await createRateLimiter(database.pool).take([wide])
    expect(state?.remaining).toBe(7)
  })

  it('spend nothing of it where many are refused at once, either', async () => {
    const wide = { ...limit('all at once', 10), name: 'wide' }
    await Promise.all(Array.from({ length: 40 }, () => passed([wide, limit('one at once', 2)])))
    const [state] = await createRateLimiter(database.pool).take([wide])
    expect(state?.remaining).toBe(7)
  })

  it('give back each at its own pace, however long the windows of others are', async () => {
    const both = [limit('of a minute', 2), { ...limit('of a day', 3), windowS: 86_400 }]
    expect([await passed(both), await passed(both), await passed(both)]).toEqual([true, true, false])
    await age(60)
    expect([await passed(both), await passed(both)]).toEqual([true, false])
    const [minute, day] = await createRateLimiter(database.pool).take(both)
    expect([minute?.waitS, day?.waitS]).toEqual([null, about(86_400 / 3 - 60)])
  })

  it('let a whole network of IPv6 try an account as often as a few callers, not once for each of its addresses', async () => {
    let passes = 0
    for (let home = 0; home < 8; home++) {
      const address = `2001:db8:7:${(home * 256).toString(16)}::1`
      const tried = { secret: 'password', account: 'anna@example.com', device: null } as const
      for (let guess = 0; guess < 12; guess++) if (await passed(signInLimits({ address, tried }))) passes++
    }
    expect(passes).toBe(40)
  })

  it('take no deadlock from requests that name the same limits in another order', async () => {
    const pair = [limit('x', 1000), limit('y', 1000)]
    const all = Array.from({ length: 80 }, (_, at) => passed(at % 2 ? pair : pair.toReversed()))
    expect(await Promise.all(all)).not.toContain(false)
  })

  it('forget those that are given back, and keep no address in plain words', async () => {
    await passed([limit('198.51.100.7', 10)])
    const rows = async () =>
      (await database.pool.query<{ subject: Buffer }>('SELECT subject FROM rate_limit')).rows
    expect((await rows()).map(({ subject }) => subject.toString()).join()).not.toContain('198.51.100.7')
    await forgetExpired(database.pool)
    expect((await rows()).length).toBeGreaterThan(0)
    await age(2 * 86_400)
    await forgetExpired(database.pool)
    expect(await rows()).toEqual([])
  })

  it('shut nobody out for longer than their window where the clock has gone back since', async () => {
    await passed([limit('back again', 2)])
    await age(-3 * 365 * 86_400)
    expect(await passed([limit('back again', 2)])).toBe(false)
    await age(30)
    expect(await passed([limit('back again', 2)])).toBe(true)
  })
})
