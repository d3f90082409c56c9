import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundDecimals } from './fields'

describe('roundDecimals', () => {
  it.each([
    [72.555, 1, 2, '72.56'],
    [1.005, 1, 2, '1.01'],
    [2.675, 2, 2, '2.68'],
    [150, 1, 2, '150.0'],
    [150, 0, 2, '150'],
    [150.5, 0, 2, '150.5'],
    [0.05, 1, 2, '0.05'],
    [0.005, 1, 2, '0.01'],
    [1e5, 1, 2, '100000.0'],
    [1e-7, 1, 2, '0.0'],
    [0.0000095, 1, 2, '0.0'],
    [9.999, 1, 2, '10.0'],
  ])('writes %d with %d to %d decimals as %s', (value, min, max, text) => {
    expect(roundDecimals(value, min, max)).toBe(text)
  })

  it("agrees with Node's Intl, which reads numbers given as text digit by digit", () => {
    const format = new Intl.NumberFormat('en', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 2,
      roundingMode: 'halfExpand',
      useGrouping: false,
    })
    const written = fc.oneof(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.integer({ min: 0, max: 1e12 }).map((thousandths) => thousandths / 1000),
    )
    fc.assert(
      fc.property(written, (value) => {
        expect(roundDecimals(value, 1, 2)).toBe(format.format(`${value + 0}` as const))
      }),
      { numRuns: 2000 },
    )
  })
})
