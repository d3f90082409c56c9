import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { log } from '@/lib/log'
import { letPass } from '@/test/support/database/let-pass'
import { testDatabases } from '@/test/support/database/test-database'
import { createRetentionWorld, type RetentionWorld } from '@/test/support/privacy/retention-world'

const day = 86_400_000
const year = 365 * day
const administrator = { by: 'person:admin', from: '192.0.2.7' }

describe.each(testDatabases)('retention on $kind', ({ kind, create }) => {
  let database: Database
  let world: RetentionWorld
  beforeAll(async () => {
    database = await create()
    world = createRetentionWorld(database)
  })
  beforeEach(() => world.clear())
  afterEach(() => vi.useRealTimers())
  afterAll(() => database.close())

  const shiftProcess = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms })

  it('anonymises a night’s leads within the bound, once a night, and says so', async () => {
    await world.store(20, '3 months')
    await world.store(3, '25 months')
    const { retention } = world
    const info = vi.spyOn(log, 'info').mockReturnValue(undefined)
    expect(await retention.run()).toBe(3)
    expect(info.mock.calls.map(([line, words]) => [words, line])).toEqual([
      ['leads older than they may be kept are anonymised', expect.objectContaining({ due: 3, bound: 4 })],
      ['retention has ended', expect.objectContaining({ anonymised: 3, ms: expect.any(Number) })],
    ])
    info.mockRestore()
    expect(await world.anonymised()).toBe(3)
    const { last, waiting, nextAt } = await retention.report()
    expect(last).toMatchObject({ state: 'ended', leads: 23, due: 3, bound: 4, done: 3, reason: null })
    expect([waiting, Date.parse(nextAt) > Date.now()]).toEqual([null, true])
    await world.store(1, '25 months')
    await retention.run()
    expect(await world.anonymised()).toBe(3)
    await letPass(database, '1 day')
    await retention.run()
    expect([await world.anonymised(), await world.runs()]).toEqual([4, ['ended', 'ended']])
  })

  it('removes nobody when more is due than the bound, until somebody confirms the number they saw', async () => {
    await world.store(5, '3 months')
    await world.store(5, '25 months')
    await world.retention.run()
    expect(await world.anonymised()).toBe(0)
    const held = await world.waiting()
    expect(held).toMatchObject({ state: 'held', reason: 'over_bound', leads: 10, due: 5, bound: 2 })
    await world.retention.confirm(held.id, held, administrator)
    expect(await world.anonymised()).toBe(5)
    const { last, waiting } = await world.retention.report()
    expect([last?.id, last?.done, waiting]).toEqual([held.id, 5, null])
    expect(await world.events(`retention:${held.id}`)).toEqual(['privacy.confirm-retention by person:admin'])
  })

  it('is not confirmed with a number or a cut-off that is another by now', async () => {
    await world.store(5, '25 months')
    await world.retention.run()
    const held = await world.waiting()
    const confirm = (seen: { due: number; cutoff: string }) =>
      world.retention.confirm(held.id, seen, administrator)
    await world.store(1, '26 months')
    await expect(confirm(held)).rejects.toMatchObject({ code: 'set_changed' })
    const earlier = new Date(Date.parse(held.cutoff) - 1).toISOString()
    await expect(confirm({ due: 6, cutoff: earlier })).rejects.toMatchObject({ code: 'set_changed' })
    await expect(world.retention.confirm(held.id + 1, held, administrator)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect([await world.anonymised(), await world.events(`retention:${held.id}`)]).toEqual([0, []])
    await confirm({ due: 6, cutoff: held.cutoff })
    expect(await world.anonymised()).toBe(6)
  })

  it('is confirmed for one night: the next counts anew, and the word of the day before holds no more', async () => {
    await world.store(5, '25 months')
    await world.retention.run()
    const yesterday = await world.waiting()
    await letPass(database, '1 day')
    await world.retention.run()
    expect(await world.runs()).toEqual(['held', 'held'])
    await expect(world.retention.confirm(yesterday.id, yesterday, administrator)).rejects.toMatchObject({
      code: 'set_changed',
    })
    expect(await world.anonymised()).toBe(0)
  })

  it('is one run over two instances, and one confirmation', async () => {
    await world.store(30, '3 months')
    await world.store(6, '25 months')
    const other = world.another()
    await Promise.all([world.retention.run(), other.run(), world.retention.run(), other.run()])
    expect([await world.runs(), await world.anonymised()]).toEqual([['ended'], 6])
    await world.store(12, '25 months')
    await letPass(database, '1 day')
    await Promise.all([world.retention.run(), other.run()])
    const held = await world.waiting()
    const both = await Promise.allSettled(
      [world.retention, other].map((instance) => instance.confirm(held.id, held, administrator)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect([await world.runs(), await world.anonymised()]).toEqual([['ended', 'ended'], 18])
  })

  it('goes on where a crash has left it, and removes no more than it began with', async () => {
    await world.store(130, '25 months')
    await world.retention.run()
    const held = await world.waiting()
    await world.stores.confirm(held.id, 24, held, administrator)
    expect(await world.stores.expireNext(held.id)).toBe(true)
    expect([await world.anonymised(), await world.runs()]).toEqual([100, ['running']])
    await world.store(5, '26 months')
    await world.retention.run()
    expect(await world.anonymised()).toBe(130)
    expect((await world.retention.report()).last).toMatchObject({ id: held.id, due: 130, done: 130 })
  })

  it('goes on with no run that another setting began: whoever keeps persons for longer wants them kept', async () => {
    await world.store(5, '25 months')
    await world.retention.run()
    const held = await world.waiting()
    await world.stores.confirm(held.id, 24, held, administrator)
    await world.another(36).run()
    expect([await world.anonymised(), await world.runs()]).toEqual([0, ['running']])
    await letPass(database, '1 day')
    await world.another(null).run()
    expect(await world.runs()).toHaveLength(1)
    await world.another(36).run()
    expect([await world.anonymised(), await world.runs()]).toEqual([0, ['ended', 'ended']])
  })

  it('never asks a small installation for what an ordinary day brings', async () => {
    await world.store(2, '24 months -12 hours')
    await world.retention.run()
    expect((await world.retention.report()).last).toMatchObject({ due: 0, done: 0 })
    await letPass(database, '1 day')
    await world.retention.run()
    expect(await world.anonymised()).toBe(2)
  })

  it('asks a small installation for what came due while it was off', async () => {
    await world.store(2, '24 months -5 days')
    await world.retention.run()
    await letPass(database, '7 days')
    await world.retention.run()
    expect([await world.anonymised(), await world.waiting()]).toMatchObject([
      0,
      { state: 'held', due: 2, bound: 0 },
    ])
  })

  it('believes the clock of an installation that was off for three months, and has the bound decide', async () => {
    await world.store(10, '3 months')
    await world.store(1, '23 months')
    await world.retention.run()
    await letPass(database, '95 days')
    await world.retention.run()
    expect([await world.runs(), await world.anonymised()]).toEqual([['ended', 'ended'], 1])
    await letPass(database, '99 days')
    const shorter = world.another(3)
    await shorter.run()
    const { waiting } = await shorter.report()
    expect([waiting?.reason, await world.anonymised()]).toEqual(['over_bound', 1])
  })

  it('removes nobody by a clock three years ahead, not even after leads came in by it', async () => {
    await world.store(5, '3 months')
    await world.retention.beat()
    await letPass(database, '3 years')
    await world.retention.run()
    await world.store(40, '0 months')
    await world.retention.run()
    expect([await world.anonymised(), await world.runs()]).toEqual([0, ['refused']])
    const { clock, waiting } = await world.retention.report()
    expect([clock.doubt, waiting?.reason]).toEqual(['ahead', 'clock_ahead'])
    await expect(
      world.retention.confirm(waiting?.id ?? 0, { due: 5, cutoff: waiting?.cutoff ?? '' }, administrator),
    ).rejects.toMatchObject({ code: 'set_changed' })
    await letPass(database, '-3 years')
    await world.retention.run()
    expect([await world.anonymised(), (await world.retention.report()).clock.doubt]).toEqual([0, 'behind'])
  })

  it('believes a doubted clock at a person’s word, who saw what it shows; then the bound decides', async () => {
    await world.store(5, '3 months')
    await world.retention.beat()
    await letPass(database, '3 years')
    await world.retention.run()
    const now = new Date((await world.retention.report()).clock.now)
    const other = new Date(now.getTime() - day)
    await expect(world.retention.acceptClock(other, administrator)).rejects.toMatchObject({
      code: 'set_changed',
    })
    await world.retention.acceptClock(now, administrator)
    expect(await world.waiting()).toMatchObject({ state: 'held', reason: 'over_bound', due: 5 })
    expect(await world.anonymised()).toBe(0)
    expect(await world.events('clock:database')).toContain('privacy.accept-clock by person:admin')
  })

  it('removes nobody by a clock a day behind, and goes on by itself when it is right again', async () => {
    await world.store(20, '3 months')
    await world.retention.beat()
    await letPass(database, '-1 day')
    await world.store(1, '25 months')
    await world.retention.run()
    expect([await world.runs(), await world.anonymised()]).toEqual([['refused'], 0])
    expect((await world.retention.report()).clock.doubt).toBe('behind')
    await letPass(database, '1 day')
    await world.retention.run()
    expect([await world.runs(), await world.anonymised()]).toEqual([['refused', 'ended'], 1])
  })

  it.each(['1 hour', '-1 hour'])('works on when the clock is put on by %s, as clocks are', async (jump) => {
    await world.store(20, '3 months')
    await world.retention.run()
    await letPass(database, '2 days')
    await letPass(database, jump)
    await world.store(2, '25 months')
    await world.retention.run()
    expect(await world.anonymised()).toBe(2)
  })

  it('doubts a clock that shows earlier than the newest lead came in, until a person has looked', async () => {
    await world.store(20, '3 months')
    await world.store(1, '25 months')
    await world.store(1, '-1 day')
    await world.retention.run()
    expect([(await world.waiting()).reason, await world.anonymised()]).toEqual(['clock_behind', 0])
    await world.retention.acceptClock(new Date((await world.retention.report()).clock.now), administrator)
    expect(await world.anonymised()).toBe(1)
    await world.store(1, '-2 days')
    expect((await world.retention.report()).clock.doubt).toBe('behind')
  })

  // Embedded, the process's clock is the database's; beside PostgreSQL it decides nothing.
  it.each([
    ['three years ahead', 3 * year, 'refused'],
    ['a day behind', -day, 'refused'],
    ['an hour ahead', day / 24, 'ended'],
    ['an hour behind', -day / 24, 'ended'],
  ])('keeps the young when the process’s clock is %s', async (_, ms, embedded) => {
    await world.store(20, '3 months')
    await world.store(1, '25 months')
    await world.retention.beat()
    shiftProcess(ms)
    await world.another().run()
    await world.another().run()
    vi.useRealTimers()
    const state = kind === 'embedded' ? embedded : 'ended'
    expect(await world.runs()).toEqual([state])
    expect(await world.anonymised()).toBe(state === 'ended' ? 1 : 0)
  })
})
