import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import { type SweepName, schedule, startSchedule } from './schedule'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const idle = async () => {}
const runs = (one: () => Promise<unknown>): Record<SweepName, () => Promise<unknown>> => ({
  ...{ 'assign-environments': one, 'book-bulk-sends': idle, 'reconcile-erasures': idle },
  ...{ 'forget-expired': idle, 'run-retention': idle, 'make-searchable': idle, 'run-backups': idle },
})

it('says at debug level what runs by itself and how often, so that nobody has to look for timers', () => {
  const debug = vi.spyOn(log, 'debug')
  startSchedule(runs(idle), () => {}).stop()
  expect(debug.mock.calls).toEqual(
    Object.entries(schedule).map(([name, { everyMs, what }]) => [{ name, every_s: everyMs / 1000 }, what]),
  )
})

it('runs a sweep soon and then every minute, never twice at once, and again after it failed', async () => {
  let end: (failed: boolean) => void = () => {}
  const run = vi.fn(
    () =>
      new Promise<void>((resolve, reject) => {
        end = (failed) => (failed ? reject(new Error('the database is away')) : resolve())
      }),
  )
  const onError = vi.fn()
  const { stop } = startSchedule(runs(run), onError)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(run).toHaveBeenCalledTimes(1)
  end(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(onError).toHaveBeenCalledTimes(1)
  expect(run).toHaveBeenCalledTimes(2)
  stop()
  end(false)
  await vi.advanceTimersByTimeAsync(180_000)
  expect(run).toHaveBeenCalledTimes(2)
})
