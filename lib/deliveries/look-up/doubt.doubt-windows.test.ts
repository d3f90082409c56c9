import { describe, expect, it } from 'vitest'
import { type DoubtAttempt, doubtWindows, reportDays } from './doubt'

const attempt = (startedAt: string, endedAt: string, outcome: DoubtAttempt['outcome'] = 'unknown') => ({
  outcome,
  startedAt: new Date(startedAt),
  endedAt: new Date(endedAt),
})
const windowsOf = (...attempts: DoubtAttempt[]) =>
  doubtWindows(attempts).map(({ from, to }) => [
    from.toISOString().slice(5, 19),
    to.toISOString().slice(5, 19),
  ])

describe('when a lead in doubt may have been saved', () => {
  it('is from a little before its attempt to a little after, because clocks differ', () => {
    expect(windowsOf(attempt('2026-03-01T12:00:00Z', '2026-03-01T12:00:30Z'))).toEqual([
      ['03-01T11:50:00', '03-01T12:10:30'],
    ])
  })

  it('does not grow with the time until an attempt that a crash cut off was found', () => {
    expect(windowsOf(attempt('2026-03-01T12:00:00Z', '2026-03-04T08:00:00Z'))).toEqual([
      ['03-01T11:50:00', '03-01T12:15:00'],
    ])
  })

  it('is every attempt that ended in doubt, the newest first, and none that is known not to have been saved', () => {
    const windows = windowsOf(
      attempt('2026-03-01T12:00:00Z', '2026-03-01T12:00:01Z'),
      attempt('2026-03-02T12:00:00Z', '2026-03-02T12:00:01Z', 'not_saved'),
      attempt('2026-03-03T12:00:00Z', '2026-03-03T12:00:01Z'),
    )
    expect(windows.map(([from]) => from)).toEqual(['03-03T11:50:00', '03-01T11:50:00'])
  })

  it('leaves out what cannot stand in one report with the newest', () => {
    const windows = windowsOf(
      attempt('2026-01-01T12:00:00Z', '2026-01-01T12:00:01Z'),
      attempt('2026-03-03T12:00:00Z', '2026-03-03T12:00:01Z'),
    )
    expect(windows).toHaveLength(1)
  })
})

describe('the days to ask for', () => {
  it.each([
    ['2026-03-01T12:00:00Z', '2026-03-01T12:00:30Z', '2026-02-28', '2026-03-02'],
    ['2026-06-30T22:30:00Z', '2026-06-30T22:30:30Z', '2026-06-30', '2026-07-02'],
    ['2026-12-31T22:55:00Z', '2026-12-31T22:55:30Z', '2026-12-30', '2027-01-02'],
  ])('are Swedish ones around %s, with a day to spare on both sides', (startedAt, endedAt, from, to) => {
    expect(reportDays(doubtWindows([attempt(startedAt, endedAt)]))).toEqual({ from, to })
  })

  it('are two months at most, however far apart the attempts are', () => {
    const { from, to } = reportDays(
      doubtWindows([
        attempt('2027-01-05T23:45:00Z', '2027-01-05T23:45:01Z'),
        attempt('2027-03-01T23:40:00Z', '2027-03-01T23:40:01Z'),
      ]),
    )
    expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeLessThanOrEqual(59)
  })
})
