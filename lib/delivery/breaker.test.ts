import { describe, expect, it } from 'vitest'
import { breakerUntil, type EndedAttempt } from './breaker'

const start = Date.parse('2026-03-01T12:00:00Z')
const at = (seconds: number) => new Date(start + seconds * 1000)

/** Attempts from the oldest to the newest, as people tell them. */
const told = (...attempts: (readonly [lead: string, outcome: EndedAttempt['outcome'], seconds: number])[]) =>
  attempts.map(([leadId, outcome, seconds]) => ({ leadId, outcome, endedAt: at(seconds) })).reverse()

const fiveFailed = [
  ['a', 'unknown', 0],
  ['b', 'not_sent', 1],
  ['c', 'not_saved', 2],
  ['d', 'unknown', 3],
  ['e', 'unknown', 4],
] as const

describe('the breaker', () => {
  it('is shut while nothing has been sent', () => {
    expect(breakerUntil([])).toBeNull()
  })

  it('opens for half a minute when five leads in a row met trouble', () => {
    expect(breakerUntil(told(...fiveFailed))).toEqual(at(34))
  })

  it('stays shut for four', () => {
    expect(breakerUntil(told(...fiveFailed.slice(1)))).toBeNull()
  })

  it('stays shut while one lead alone fails again and again, because that may be the lead', () => {
    const same = Array.from({ length: 10 }, (_, n) => ['a', 'not_saved', n] as const)
    expect(breakerUntil(told(...same))).toBeNull()
  })

  it.each(['delivered', 'rejected', 'misconfigured'] as const)('shuts with an answer: %s', (outcome) => {
    expect(breakerUntil(told(...fiveFailed, ['f', outcome, 40]))).toBeNull()
  })

  it('waits as long again as the trouble has lasted, so that a long outage costs few probes', () => {
    expect(breakerUntil(told(...fiveFailed, ['f', 'unknown', 34]))).toEqual(at(64))
    expect(breakerUntil(told(...fiveFailed, ['f', 'unknown', 34], ['a', 'unknown', 64]))).toEqual(at(124))
  })

  it('never waits for more than ten minutes', () => {
    expect(breakerUntil(told(...fiveFailed, ['f', 'not_sent', 86_400]))).toEqual(at(86_400 + 600))
  })
})
