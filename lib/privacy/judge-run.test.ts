import { describe, expect, it } from 'vitest'
import { boundOf, judgeRun } from './judge-run'

describe('the bound of a night', () => {
  it.each([
    ['a fifth of all leads', { leads: 100, dayWorth: 0 }, 20],
    ['never more than a fifth, however many a day brings', { leads: 100, dayWorth: 90 }, 20],
    ['a thousand more than a day’s worth where that is less', { leads: 100_000, dayWorth: 150 }, 1_150],
    ['a thousand where nothing is known of a day', { leads: 100_000, dayWorth: 0 }, 1_000],
    ['nobody of four, of whom a fifth is not one', { leads: 4, dayWorth: 0 }, 0],
    [
      'a day’s worth of a handful, or they would have to be asked for every night',
      { leads: 4, dayWorth: 4 },
      4,
    ],
    ['no more than a handful for that reason', { leads: 30, dayWorth: 25 }, 10],
    ['nothing where there is nothing', { leads: 0, dayWorth: 0 }, 0],
  ])('is %s', (_, stock, bound) => {
    expect(boundOf(stock)).toBe(bound)
  })

  it('lets go what is on it, and holds one more', () => {
    const stock = { leads: 100, dayWorth: 0 }
    expect(judgeRun(null, { ...stock, due: 20 })).toEqual({ state: 'running', reason: null, bound: 20 })
    expect(judgeRun(null, { ...stock, due: 21 })).toEqual({ state: 'held', reason: 'over_bound', bound: 20 })
  })

  it('lets nothing go by a clock that is doubted, however little it is', () => {
    const stock = { leads: 100, dayWorth: 1, due: 1 }
    expect(judgeRun('ahead', stock)).toMatchObject({ state: 'refused', reason: 'clock_ahead' })
    expect(judgeRun('behind', stock)).toMatchObject({ state: 'refused', reason: 'clock_behind' })
  })
})
