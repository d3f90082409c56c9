import { expect, it } from 'vitest'
import { webScore } from './web-score.mjs'

const at = (firstPaint: number, largestPaint: number, blocking: number, shift: number) => ({
  firstPaint,
  largestPaint,
  blocking,
  shift,
})

it.each([
  [at(1_500, 2_800, 420, 0.02), 'phone', 84.876],
  [at(2_500, 5_200, 1_420, 0.2), 'phone', 39.006],
  [at(900, 900, 1, 0.0001), 'phone', 99.987],
] as const)(
  'gives %j on a %s %d, which Lighthouse 12.2 makes of the same figures',
  (measured, device, score) => {
    expect(webScore(measured, device)).toBeCloseTo(score, 2)
  },
)

it('ends at the whole and at nothing, whatever was measured', () => {
  expect(webScore(at(0, 0, 0, 0), 'desktop')).toBe(100)
  expect(webScore(at(60_000, 60_000, 60_000, 9), 'phone')).toBeCloseTo(0, 2)
})
