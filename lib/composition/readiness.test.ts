import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { tryToStore } from '@/lib/leads/store/try-to-store'
import { log } from '@/lib/log'
import { testDatabases } from '@/test/support/database/test-database'
import { createReadiness } from './readiness'

const silent = vi.spyOn(log, 'error').mockReturnValue(undefined)
afterAll(() => silent.mockRestore())

describe('an instance', () => {
  const ping = async () => {}

  it('tries now and then whether a lead could be stored, and not at every probe', async () => {
    let now = 0
    const tryIt = vi.fn(async () => {})
    const { check } = createReadiness({ ping, tryToStore: tryIt, nowMs: () => now })
    await Promise.all([check(), check(), check()])
    expect(tryIt).toHaveBeenCalledTimes(1)
    now = 10_000
    await check()
    expect(tryIt).toHaveBeenCalledTimes(2)
  })

  it('is not ready where a lead could not be stored, and is again within seconds of when it can', async () => {
    let now = 0
    const tryIt = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no space left on device'))
    const { check } = createReadiness({ ping, tryToStore: tryIt, nowMs: () => now })
    await expect(check()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(check()).rejects.toMatchObject({ code: 'unavailable' })
    tryIt.mockResolvedValue(undefined)
    now = 1_000
    await check()
  })

  it('says within its time that it is not ready where the database says nothing', async () => {
    const never = () => new Promise<never>(() => undefined)
    for (const silent of [
      { ping: never, tryToStore: ping },
      { ping, tryToStore: never },
    ])
      await expect(createReadiness({ ...silent, patience: 10 }).check()).rejects.toMatchObject({
        code: 'unavailable',
      })
  })

  it('is not ready once it is asked to stop, so that it is sent nothing more', async () => {
    const readiness = createReadiness({ ping, tryToStore: ping })
    await readiness.check()
    readiness.close()
    await expect(readiness.check()).rejects.toMatchObject({ code: 'unavailable' })
  })
})

describe.each(testDatabases)('trying to store a lead on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())
  afterEach(() => database.pool.query('SET default_transaction_read_only = off'))

  it('leaves nothing behind, in no table', async () => {
    await tryToStore(database)
    for (const table of ['lead', 'idempotency_record', 'audit_event', 'uncounted_lead'])
      expect((await database.pool.query(`SELECT FROM ${table}`)).rowCount, table).toBe(0)
  })

  it('fails where the database only reads, although it answers', async () => {
    await database.pool.query('SET default_transaction_read_only = on')
    await expect(tryToStore(database)).rejects.toMatchObject({ code: '25006' })
    await database.pool.query('SET default_transaction_read_only = off')
    await tryToStore(database)
  })

  it('fails where a column is not there, as in a database that was restored under a running service', async () => {
    await database.pool.query('ALTER TABLE lead RENAME COLUMN city TO town')
    await expect(tryToStore(database)).rejects.toMatchObject({ code: '42703' })
    await database.pool.query('ALTER TABLE lead RENAME COLUMN town TO city')
    await tryToStore(database)
  })
})
