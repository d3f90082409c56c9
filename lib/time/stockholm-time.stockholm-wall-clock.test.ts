import { describe, expect, it } from 'vitest'
import { stockholmMoments, stockholmWallClock } from './stockholm-time'

describe('a clock on a Swedish wall', () => {
  it.each([
    ['2026-01-27T09:00:00Z', '2026-01-27T10:00:00'],
    ['2026-07-01T22:00:00Z', '2026-07-02T00:00:00'],
    ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
    ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
  ])('shows at %s what people there read', (moment, wallClock) => {
    expect(stockholmWallClock(new Date(moment))).toBe(wallClock)
  })

  it.each([
    ['2026-01-27T10:00:00', ['2026-01-27T09:00:00.000Z']],
    ['2026-07-02T00:00:00', ['2026-07-01T22:00:00.000Z']],
    ['2026-10-25T02:30:00', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
    ['2026-03-29T02:30:00', []],
    ['2026-02-30T10:00:00', []],
    ['soon', []],
  ])('shows %s at one moment, at two in the repeated hour, at none in the skipped', (wallClock, moments) => {
    expect(stockholmMoments(wallClock).map((moment) => moment.toISOString())).toEqual(moments)
  })
})
