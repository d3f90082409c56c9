import { describe, expect, it } from 'vitest'
import { longestRetryAfter, nextAttemptDelay, retryDelays } from './after-attempt'

const wait = (attemptsMade: number, retryAfterMs: number | null = null, random = () => 0) =>
  nextAttemptDelay({ attemptsMade, retryAfterMs, random })

describe('the retry schedule', () => {
  it('waits five seconds after the first attempt and a day after the ninth', () => {
    expect(wait(1)).toBe(5_000)
    expect(wait(9)).toBe(86_400_000)
  })

  it('gives up after the tenth attempt, so that a person is told', () => {
    expect(retryDelays).toHaveLength(9)
    expect(wait(10)).toBeNull()
  })

  it('waits longer each time, so that a neighbour in trouble is left alone', () => {
    const waits = retryDelays.map((_, index) => wait(index + 1) ?? 0)
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
  })

  it('waits as long as Vitec asks, where that is longer than the schedule', () => {
    expect(wait(1, 60_000)).toBe(60_000)
    expect(wait(4, 60_000)).toBe(600_000)
  })

  it('honours no Retry-After beyond an hour, so that one bad header cannot park a lead', () => {
    expect(wait(1, 10 * longestRetryAfter)).toBe(longestRetryAfter)
  })

  it('spreads leads over a fifth more, and never below what was asked', () => {
    expect(wait(1, null, () => 0.999999)).toBeGreaterThan(5_900)
    expect(wait(1, null, () => 0.5)).toBe(5_500)
  })
})
