import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { latest, type Poll, soonest, startPoll } from './poll'

const minute = 60_000

describe('a poll', () => {
  let polls: Poll[] = []
  let asked = 0
  let hasChanged = false
  let isHidden = false
  const ask = async () => {
    asked += 1
    return hasChanged
  }
  const start = () => {
    const poll = startPoll(ask, () => isHidden)
    polls.push(poll)
    return poll
  }
  beforeEach(() => {
    vi.useFakeTimers()
    ;[polls, asked, hasChanged, isHidden] = [[], 0, false, false]
  })
  afterEach(() => {
    for (const poll of polls) poll.stop()
    vi.useRealTimers()
  })
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  it('costs twenty people at most 0.2 requests a second each, however much changes and however often they look away', async () => {
    hasChanged = true
    for (let person = 0; person < 20; person += 1) start()
    for (let second = 0; second < 600; second += 1) {
      for (const poll of polls) poll.wake()
      await pass(1_000)
    }
    expect(asked / 20 / 600).toBeLessThanOrEqual(0.2)
    expect(asked / 20 / 600).toBeGreaterThan(0.1)
  })

  it('asks less and less where nothing changes, but never leaves a reader alone for longer than half a minute', async () => {
    start()
    await pass(10 * minute)
    expect(asked).toBeLessThanOrEqual((10 * minute) / latest + 6)
    const before = asked
    await pass(latest)
    expect(asked).toBe(before + 1)
  })

  it('asks as often as at first again once something changed', async () => {
    start()
    await pass(10 * minute)
    hasChanged = true
    await pass(latest)
    asked = 0
    await pass(soonest)
    expect(asked).toBe(1)
  })

  it('asks nothing for a page that nobody looks at, and at once when they come back', async () => {
    const poll = start()
    isHidden = true
    await pass(60 * minute)
    poll.wake()
    await pass(60 * minute)
    expect(asked).toBe(0)
    isHidden = false
    poll.wake()
    await pass(0)
    expect(asked).toBe(1)
  })

  it('goes on after a question that failed', async () => {
    const failing = startPoll(
      () => {
        asked += 1
        return Promise.reject(new Error('no answer'))
      },
      () => false,
    )
    polls.push(failing)
    await pass(minute)
    expect(asked).toBeGreaterThan(2)
  })

  it('asks nothing any more once it was stopped, also where a question was under way', async () => {
    const poll = start()
    await pass(soonest - 1)
    poll.stop()
    poll.wake()
    await pass(minute)
    expect(asked).toBe(0)
  })
})
