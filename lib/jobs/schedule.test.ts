import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { scheduledNames } from '@/lib/system/scheduled-run'
import { createRunRecord } from './run-record'
import { type SweepName, schedule, startSchedule } from './schedule'

const told = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
const levels = ['debug', 'info', 'warn', 'error'] as const
beforeEach(() => {
  vi.useFakeTimers()
  for (const level of levels) vi.spyOn(log, level).mockImplementation(told[level])
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const level of levels) told[level].mockReset()
})

const idle = async () => {}
const runs = (one: () => Promise<unknown>): Record<SweepName, () => Promise<unknown>> => ({
  ...{ 'assign-environments': one, 'book-bulk-sends': idle, 'reconcile-erasures': idle },
  ...{ 'forget-expired': idle, 'run-retention': idle, 'make-searchable': idle },
  ...{ 'watch-alerts': idle, 'tell-of-devices': idle, 'run-backups': idle },
  'tell-receivers': idle,
})

/** The schedule with one sweep of a test's own. */
function start(one: () => Promise<unknown>) {
  const record = createRunRecord()
  const write = vi.fn(async () => 0)
  const { stop } = startSchedule(runs(one), { record, write })
  const note = () => record.notes().find(({ name }) => name === 'assign-environments')
  return { stop, note, write }
}

const lines = (level: keyof typeof told) =>
  told[level].mock.calls.filter(([line]) => line.name === 'assign-environments' && 'ms' in line)

it('says at debug level what runs by itself and how often, so that nobody has to look for timers', () => {
  start(idle).stop()
  expect(told.debug.mock.calls).toEqual(
    Object.entries(schedule).map(([name, { everyMs, what }]) => [{ name, every_s: everyMs / 1000 }, what]),
  )
})

it('has every name that the pages know, in their order', () => {
  expect(Object.keys(schedule)).toEqual([...scheduledNames])
})

it('runs a sweep soon and then every minute, never twice at once, and again after it failed', async () => {
  let end: (failed: boolean) => void = () => {}
  const run = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        end = (failed) => (failed ? reject(new Error('Erik Andersson is away')) : resolve())
      }),
  )
  const { stop, note } = start(run)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(run).toHaveBeenCalledTimes(1)
  end(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(lines('error')).toHaveLength(1)
  expect(note()).toMatchObject({ endedAgoMs: null, failure: 'Error' })
  expect(JSON.stringify([lines('error'), note()])).not.toContain('Erik')
  expect(run).toHaveBeenCalledTimes(2)
  stop()
  end(false)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(run).toHaveBeenCalledTimes(2)
})

it('survives a sweep that throws at once, which no promise would tell of', async () => {
  const run = vi.fn(() => {
    throw Object.assign(new Error('Erik'), { code: '57P01' })
  })
  const { stop, note } = start(run)
  await vi.advanceTimersByTimeAsync(120_000)
  expect(run).toHaveBeenCalledTimes(3)
  expect(lines('error')[0]).toEqual([
    expect.objectContaining({ name: 'assign-environments', code: '57P01' }),
    'a sweep failed',
  ])
  expect(note()).toMatchObject({ failure: '57P01' })
  stop()
})

it('says in numbers what a sweep did, and at debug level that there was nothing to do', async () => {
  const results = [{ leads: 3, who: 'Erik' }, { leads: 0 }, undefined]
  const { stop, note } = start(async () => results.shift())
  await vi.advanceTimersByTimeAsync(3_000)
  expect(lines('info')).toEqual([[{ name: 'assign-environments', ms: 0, leads: 3 }, 'a sweep ended']])
  expect(note()).toMatchObject({ isIdle: false, failedAgoMs: null })
  await vi.advanceTimersByTimeAsync(120_000)
  expect(lines('info')).toHaveLength(1)
  expect(lines('debug')).toHaveLength(2)
  expect(note()).toMatchObject({ isIdle: true })
  stop()
})

it('tells once of a sweep that has not ended in ten times its period, and that it failed', async () => {
  let end: () => void = () => {}
  const { stop, note } = start(
    () =>
      new Promise<void>((resolve) => {
        end = resolve
      }),
  )
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(told.warn).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(lines('warn')).toEqual([
    [expect.objectContaining({ name: 'assign-environments' }), 'a sweep has not ended'],
  ])
  expect(note()).toMatchObject({ endedAgoMs: null, failure: 'not_ended' })
  end()
  await vi.advanceTimersByTimeAsync(0)
  expect(note()).toMatchObject({ endedAgoMs: 0 })
  stop()
})

it('has what ran written down in one go after each round, also after the database was away', async () => {
  const { stop, write } = start(idle)
  write.mockRejectedValueOnce(new Error('the database is away'))
  await vi.advanceTimersByTimeAsync(3_000)
  expect(write).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(62_000)
  expect(write).toHaveBeenCalledTimes(2)
  const [[notes]] = write.mock.calls.slice(1) as unknown as [[{ name: string; failure: string | null }[]]]
  expect(new Set(notes.map(({ name }) => name))).toEqual(new Set([...Object.keys(runs(idle)), 'record-runs']))
  expect(notes.at(-1)).toMatchObject({ failure: 'Error' })
  stop()
})
