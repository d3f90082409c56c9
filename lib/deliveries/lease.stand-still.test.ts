import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createStandStillWatch } from './lease'

let at: { monotonicMs: number; cpuMs: number }
let watchForStandStill: ReturnType<typeof createStandStillWatch>
const clocks = { monotonicMs: () => at.monotonicMs, cpuMs: () => at.cpuMs }
const pass = (ms: number, cpuMs: number) => {
  at.monotonicMs += ms
  at.cpuMs += cpuMs
}
/** Time in which the event loop turns. */
const goOn = (ms: number, cpuMs: number) => {
  for (let gone = 0; gone < ms; gone += 50) {
    pass(50, (cpuMs * 50) / ms)
    vi.advanceTimersByTime(50)
  }
}
beforeEach(() => {
  vi.useFakeTimers()
  at = { monotonicMs: 1_000, cpuMs: 300 }
  watchForStandStill = createStandStillWatch(clocks)
})
afterEach(() => {
  vi.useRealTimers()
})

it('sees a process that was stopped, whether its timer or its socket comes first when it goes on', () => {
  const socketFirst = watchForStandStill(2_000)
  const timerFirst = watchForStandStill(2_000)
  goOn(100, 1)
  pass(300, 1)
  expect(socketFirst.end()).toBe(true)
  vi.advanceTimersByTime(50)
  expect(timerFirst.end()).toBe(true)
})

it('takes a process that waits for a slow answer for what it is', () => {
  const watch = watchForStandStill(2_000)
  goOn(1_500, 3)
  expect(watch.end()).toBe(false)
})

it('takes a process that computes for what it is', () => {
  const watch = watchForStandStill(2_000)
  pass(800, 700)
  expect(watch.end()).toBe(false)
})

it('takes a process that a busy machine keeps waiting for what it is', () => {
  const watch = watchForStandStill(2_000)
  pass(400, 40)
  expect(watch.end()).toBe(false)
})

it('goes by what this process really spends', () => {
  vi.useRealTimers()
  const watch = createStandStillWatch()(2_000)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  expect(watch.end()).toBe(true)
})

it('keeps no timer when its time is over', () => {
  watchForStandStill(200)
  goOn(300, 1)
  expect(vi.getTimerCount()).toBe(0)
})

it('says nothing of a time at which it was not watched, however long ago the last one ended', () => {
  expect(watchForStandStill(200).end()).toBe(false)
  goOn(300, 1)
  pass(60_000, 1)
  const watch = watchForStandStill(2_000)
  goOn(1_000, 3)
  expect(watch.end()).toBe(false)
})

it('sees a process that is stopped while several are under way, and takes none that began later for stopped', () => {
  const first = watchForStandStill(2_000)
  goOn(1_000, 3)
  const second = watchForStandStill(2_000)
  goOn(100, 1)
  pass(300, 1)
  const third = watchForStandStill(2_000)
  goOn(500, 2)
  expect([first.end(), second.end(), third.end()]).toEqual([true, true, false])
})

it('asks seldom how much was computed, because that costs more than the rest', () => {
  const cpuMs = vi.fn(clocks.cpuMs)
  const begin = createStandStillWatch({ ...clocks, cpuMs })
  for (let lease = 0; lease < 100; lease++) expect(begin(2_000).end()).toBe(false)
  expect(cpuMs).toHaveBeenCalledOnce()
})
