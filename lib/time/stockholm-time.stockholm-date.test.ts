import { describe, expect, it } from 'vitest'
import { stockholmDate } from './stockholm-time'

describe('stockholmDate', () => {
  it.each([
    ['2026-12-31T23:30:00Z', '2027-01-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-01-05T12:00:00Z', '2026-01-05'],
  ])('dates %s %s, since Sweden is one hour ahead of UTC and two in summer', (moment, date) => {
    expect(stockholmDate(new Date(moment))).toBe(date)
  })
})
