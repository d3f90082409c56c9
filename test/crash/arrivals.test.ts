import { describe, expect, it } from 'vitest'
import { drainRate, mostWithin } from './arrivals.mjs'

describe('the rates of arrivals', () => {
  it('finds the densest second wherever it begins', () => {
    expect(mostWithin([0, 900, 1_500, 1_600, 1_700, 2_400, 5_000], 1_000)).toBe(4)
  })

  it('does not count both ends of a second', () => {
    expect(mostWithin([0, 1_000], 1_000)).toBe(1)
    expect(mostWithin([0, 999.9], 1_000)).toBe(2)
  })

  it('takes the times in any order', () => {
    expect(mostWithin([2_000, 0, 500], 1_000)).toBe(2)
  })

  it('finds none in none', () => {
    expect(mostWithin([], 1_000)).toBe(0)
    expect(drainRate([])).toBe(0)
  })

  it('counts what came after the first, by the time since', () => {
    expect(drainRate([100, 0, 200, 300])).toBe(10)
  })
})
