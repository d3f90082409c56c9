import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'
import { whenWritten } from './maintenance'

describe.each(testDatabases.slice(0, 1))('maintenance of the embedded database', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
    await db.pool.query('CREATE TABLE busy (n int); INSERT INTO busy SELECT generate_series(1, 20000)')
  })
  afterAll(() => db.close())

  const checkpoint = async () =>
    (await db.pool.query('SELECT checkpoint_lsn FROM pg_control_checkpoint()')).rows[0]

  it('makes a checkpoint after writes, and none while nothing is written', async () => {
    const run = whenWritten(db.pool, 'CHECKPOINT')
    const before = await checkpoint()
    await run()
    const after = await checkpoint()
    expect(after).not.toEqual(before)
    await run()
    expect(await checkpoint()).toEqual(after)
  })

  it('gives room that deleted rows took to new ones, so that the file does not grow for ever', async () => {
    const size = async () =>
      (await db.pool.query("SELECT pg_relation_size('busy')::int AS size")).rows[0].size
    const before = await size()
    await db.pool.query('DELETE FROM busy')
    await whenWritten(db.pool, 'VACUUM (ANALYZE)')()
    expect(await size()).toBeLessThan(before)
  })
})
