import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeTurns } from '@/lib/deliveries/store/take-turns'
import type { RunNote, ScheduledName } from '@/lib/system/scheduled-run'
import { writeRuns } from '@/lib/system/store/write-runs'
import { testDatabases } from '@/test/support/database/test-database'
import type { Database } from '../open-database'
import { checkpointWhenWritten, vacuumWhenChanged } from './maintenance'

const limits = { atOnce: 5, perSecond: 10, slotMs: 35_000, magicPrefix: 'SANDBOX-' }
const lookForDue = (db: Database) => takeTurns(db, { environment: 'sandbox', limits }, { count: 1 })
const note = (name: ScheduledName): RunNote => ({
  ...{ name, endedAgoMs: 0, tookMs: 1, isIdle: true },
  ...{ failedAgoMs: null, failure: null },
})

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
    const run = checkpointWhenWritten(db.pool)
    const before = await checkpoint()
    await run()
    const after = await checkpoint()
    expect(after).not.toEqual(before)
    await run()
    expect(await checkpoint()).toEqual(after)
  })

  it('makes none for the looks for due leads, which an idle service takes all day: nothing of them has to last', async () => {
    const run = checkpointWhenWritten(db.pool)
    await run()
    const before = await checkpoint()
    await lookForDue(db)
    await run()
    expect(await checkpoint()).toEqual(before)
  })

  it('gives room that deleted rows took to new ones, so that the file does not grow for ever', async () => {
    const size = async () =>
      (await db.pool.query("SELECT pg_relation_size('busy')::int AS size")).rows[0].size
    const before = await size()
    await db.pool.query('DELETE FROM busy')
    await vacuumWhenChanged(db.pool)()
    expect(await size()).toBeLessThan(before)
  })
  it('vacuums again for a single row of anybody, and not for what an idle service writes of itself', async () => {
    const run = vacuumWhenChanged(db.pool)
    await run()
    const vacuums = async () =>
      (await db.pool.query("SELECT vacuum_count AS n FROM pg_stat_user_tables WHERE relname = 'busy'"))
        .rows[0].n
    const before = await vacuums()
    await lookForDue(db)
    await db.pool.query('UPDATE clock_watch SET seen_at = clock_timestamp()')
    await writeRuns(db.pool, [note('checkpoint'), note('vacuum')])
    await db.pool.query('CHECKPOINT')
    await run()
    expect(await vacuums()).toBe(before)
    await db.pool.query('INSERT INTO busy VALUES (1)')
    await run()
    await db.pool.query('DELETE FROM busy')
    await run()
    expect(await vacuums()).toBe(`${Number(before) + 2}`)
  })
})
