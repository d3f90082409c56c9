import { expect, test } from 'playwright/test'
import { startPostgres } from '@/test/support/postgres.mjs'
import { bearer, startClosedServer, startClosedService } from '../actions/closed-server'

const quota = 4

test('a key has one limit for all instances together, or two of them would let through twice as much', {
  tag: '@all',
}, async () => {
  test.setTimeout(240_000)
  const postgres = await startPostgres()
  test.skip(postgres === null, 'no PostgreSQL can be started here')
  if (!postgres) return
  const settings = { DATABASE_URL: postgres.url }
  const first = await startClosedService(settings)
  const second = await startClosedServer(settings)
  try {
    const { secret } = await first.makeKey({ customers: null, perMinute: quota })
    const ask = async (at: number) => {
      const { address } = at % 2 ? second : first
      return (await fetch(`${address}/api/lead-sources`, { headers: bearer(secret) })).status
    }
    // All at once: after a quarter of a minute one request is given back.
    const statuses = await Promise.all(Array.from({ length: 4 * quota }, (_, at) => ask(at)))
    expect(statuses.filter((status) => status === 200)).toHaveLength(quota)
    expect(statuses.filter((status) => status === 429)).toHaveLength(3 * quota)
    expect([await ask(0), await ask(1)], 'it is spent at both').toEqual([429, 429])
  } finally {
    expect(await second.stop()).toBe(true)
    expect(await first.stop()).toBe(true)
    await postgres.stop()
  }
})
