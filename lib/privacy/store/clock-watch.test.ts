import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { letPass } from '@/lib/db/testing/let-pass'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import type { ClockWatch } from '@/lib/privacy/retention-run'
import { createClockWatch } from './clock-watch'

describe.each(testDatabases)('the watch of the clock on $kind', ({ create }) => {
  let database: Database
  let clock: ClockWatch
  beforeAll(async () => {
    database = await create()
    clock = createClockWatch(database.prisma)
  })
  beforeEach(async () => {
    await database.pool.query('TRUNCATE lead CASCADE')
    await database.pool.query('UPDATE clock_watch SET seen_at = NULL, rows_up_to = NULL')
  })
  afterAll(() => database.close())

  const doubtAfter = async (time: string) => {
    await letPass(database, time)
    return clock.beat()
  }

  it('believes any clock where nothing has happened yet, and remembers it', async () => {
    expect(await clock.beat()).toBeNull()
    expect((await clock.read()).newestAt).toBeInstanceOf(Date)
    expect(await doubtAfter('3 years')).toBe('ahead')
  })

  it('goes by the newest row where the clock was never looked at', async () => {
    await storeLead(database, { at: new Date() })
    expect(await doubtAfter('3 years')).toBe('ahead')
    expect((await clock.read()).newestAt?.getTime()).toBeLessThan(Date.now() - 2 * 365 * 86_400_000)
    expect(await doubtAfter('-1095 days')).toBeNull()
  })

  it('does not take the word of rows that a wrong clock has written', async () => {
    await clock.beat()
    expect(await doubtAfter('3 years')).toBe('ahead')
    await storeLead(database, { at: new Date() })
    expect([await clock.beat(), (await clock.read()).doubt]).toEqual(['ahead', 'ahead'])
  })

  it('goes along with a clock that goes on, a season at a time, and does not go back with one that goes back', async () => {
    await clock.beat()
    expect([await doubtAfter('99 days'), await doubtAfter('99 days')]).toEqual([null, null])
    expect([await doubtAfter('-2 hours'), await doubtAfter('-2 hours')]).toEqual([null, 'behind'])
    expect(await doubtAfter('2 hours')).toBeNull()
  })
})
