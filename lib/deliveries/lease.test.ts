import { describe, expect, it } from 'vitest'
import { beginLease, type Clocks } from './lease'

const kinds = ['monotonicMs', 'uptimeMs', 'wallMs'] as const
const hour = 3_600_000

function setClocks() {
  const at = { monotonicMs: 5_000, uptimeMs: 70_000, wallMs: 1_700_000_000_000 }
  const clocks: Clocks = {
    monotonicMs: () => at.monotonicMs,
    uptimeMs: () => at.uptimeMs,
    wallMs: () => at.wallMs,
  }
  const pass = (ms: number, which: readonly (keyof typeof at)[] = kinds) => {
    for (const kind of which) at[kind] += ms
  }
  return { clocks, pass }
}

describe('a lease', () => {
  it('holds for its 2 s, and no longer', () => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks)
    expect(lease.holds()).toBe(true)
    pass(2_000)
    expect(lease.holds()).toBe(true)
    pass(1)
    expect(lease.holds()).toBe(false)
  })

  it('is as long as it is told to be', () => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks, 100)
    pass(100)
    expect(lease.holds()).toBe(true)
    pass(1)
    expect(lease.holds()).toBe(false)
  })

  it.each(kinds)('is over by %s alone, where the others lag a little', (kind) => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks)
    pass(1_500)
    expect(lease.holds()).toBe(true)
    pass(501, [kind])
    expect(lease.holds()).toBe(false)
  })

  it.each(kinds)('is over when %s is more than 1 s ahead of the others, or behind', (kind) => {
    const others = kinds.filter((other) => other !== kind)
    for (const which of [[kind], others]) {
      const { clocks, pass } = setClocks()
      const lease = beginLease(clocks)
      pass(1_000, which)
      expect(lease.holds()).toBe(true)
      pass(1, which)
      expect(lease.holds()).toBe(false)
    }
  })

  it.each(kinds)('is over when %s goes back by more than 1 s, not by the step of a correction', (kind) => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks)
    pass(-1_000, [kind])
    expect(lease.holds()).toBe(true)
    pass(-1, [kind])
    expect(lease.holds()).toBe(false)
  })

  it('is over when all clocks go back together', () => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks)
    pass(-1_001)
    expect(lease.holds()).toBe(false)
  })

  it.each([hour, -hour])('is over when the wall clock is set by %i ms, and a new one holds', (step) => {
    const { clocks, pass } = setClocks()
    const lease = beginLease(clocks)
    pass(step, ['wallMs'])
    expect(lease.holds()).toBe(false)
    expect(beginLease(clocks).holds()).toBe(true)
  })

  it('does not hold by a clock that tells no time', () => {
    const { clocks } = setClocks()
    expect(beginLease({ ...clocks, uptimeMs: () => Number.NaN }).holds()).toBe(false)
  })

  it('goes by the machine’s own clocks', () => {
    const lease = beginLease()
    const short = beginLease(undefined, 50)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    expect([lease.holds(), short.holds()]).toEqual([true, false])
  })
})
