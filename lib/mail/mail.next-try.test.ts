import { expect, it } from 'vitest'
import { nextTryMs } from './mail'

const all = (random: number) => [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => nextTryMs(tries, () => random))

it('waits ever longer, is still at it after twenty hours, and then gives up', () => {
  const waits = all(0.5)
  expect(waits).toEqual(
    [10, 60, 300, 1_800, 7_200, 21_600, 43_200].map((s) => s * 1_000).concat(null as never),
  )
  expect(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)).toBeGreaterThan(20 * 3_600_000)
})

it('spreads what failed together by a fifth to either side', () => {
  expect([nextTryMs(1, () => 0), nextTryMs(1, () => 1)]).toEqual([8_000, 12_000])
})
