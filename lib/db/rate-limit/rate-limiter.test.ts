import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Limit } from '@/lib/rate-limit/rate-limit'
import type { Database } from '../open-database'
import { testDatabases } from '../testing/test-database'
import { createRateLimiter } from './rate-limiter'

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
    await createRateLimiter(database.pool).forgetExpired()
    expect((await rows()).length).toBeGreaterThan(0)
    await age(3600)
    await createRateLimiter(database.pool).forgetExpired()
    expect(await rows()).toEqual([])
  })
})
