import { describe, expect, it } from 'vitest'
import { possibleTimes } from './report-entry'

describe('possibleTimes', () => {
  it.each([
    ['2026-01-27T10:00:00Z', ['2026-01-27T10:00:00.000Z']],
    ['2026-01-27T10:00:00.1234567+01:00', ['2026-01-27T09:00:00.000Z']],
    ['2026-07-01T10:00:00+0200', ['2026-07-01T08:00:00.000Z']],
    ['2026-01-27T10:00:00', ['2026-01-27T09:00:00.000Z']],
    ['2026-07-01T10:00:00.123', ['2026-07-01T08:00:00.000Z']],
    ['2026-07-01 10:00', ['2026-07-01T08:00:00.000Z']],
    ['2026-10-25T02:30:00', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-10-25T02:30:00+01:00', ['2026-10-25T01:30:00.000Z']],
  ])('reads %s, as Swedish wall-clock time where it has no offset', (text, times) => {
    expect(possibleTimes(text).map((time) => time.toISOString())).toEqual(times)
  })

  it.each(['', 'yesterday', '2026-01-27', '2026-13-01T10:00:00Z', '2026-03-29T02:30:00', '27/1 2026 10:00'])(
    'reads nothing out of "%s", which is no time, or none that a clock shows',
    (text) => {
      expect(possibleTimes(text)).toEqual([])
    },
  )
})
