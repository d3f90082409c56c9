import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchForStandStill } from './lease'

let at: { monotonicMs: number; cpuMs: number }
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
})
afterEach(() => {
  vi.useRealTimers()
})

it('sees a process that was stopped, whether its timer or its socket comes first when it goes on', () => {
  const socketFirst = watchForStandStill(2_000, clocks)
  const timerFirst = watchForStandStill(2_000, clocks)
  goOn(100, 1)
  pass(300, 1)
  expect(socketFirst.end()).toBe(true)
  vi.advanceTimersByTime(50)
  expect(timerFirst.end()).toBe(true)
})

it('takes a process that waits for a slow answer for what it is', () => {
  const watch = watchForStandStill(2_000, clocks)
  goOn(1_500, 3)
  expect(watch.end()).toBe(false)
})

it('takes a process that computes for what it is', () => {
  const watch = watchForStandStill(2_000, clocks)
  pass(800, 700)
  expect(watch.end()).toBe(false)
})

it('takes a process that a busy machine keeps waiting for what it is', () => {
  const watch = watchForStandStill(2_000, clocks)
  pass(400, 40)
  expect(watch.end()).toBe(false)
})

it('goes by what this process really spends', () => {
  vi.useRealTimers()
  const watch = watchForStandStill(2_000)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
  expect(watch.end()).toBe(true)
})

it('keeps no timer when its time is over', () => {
  watchForStandStill(200, clocks)
  goOn(300, 1)
  expect(vi.getTimerCount()).toBe(0)
})
