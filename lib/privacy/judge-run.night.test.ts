import { describe, expect, it } from 'vitest'
import { nextNight, nightOf } from './judge-run'

describe('a night', () => {
  it('begins at two o’clock in Sweden and lasts until the next one, so that one run a night is one a day', () => {
    const moments = ['2026-03-01T12:00Z', '2026-03-02T00:59Z', '2026-03-02T01:01Z', '2026-03-02T09:00Z']
    expect(moments.map((moment) => nightOf(new Date(moment)))).toEqual([
      '2026-03-01',
      '2026-03-01',
      '2026-03-02',
      '2026-03-02',
    ])
  })

  it.each([
    ['by day', '2026-03-01T12:00:00Z', '2026-03-02T01:00:00.000Z'],
    ['just before', '2026-03-02T00:59:59Z', '2026-03-02T01:00:00.000Z'],
    ['just after', '2026-03-02T01:00:01Z', '2026-03-03T01:00:00.000Z'],
    ['in summer', '2026-07-01T12:00:00Z', '2026-07-02T00:00:00.000Z'],
    ['when two o’clock is skipped', '2026-03-28T12:00:00Z', '2026-03-29T01:00:00.000Z'],
    ['when two o’clock comes twice', '2026-10-24T12:00:00Z', '2026-10-25T00:00:00.000Z'],
  ])('has one that is next, %s: after %s it is %s', (_, now, next) => {
    expect(nextNight(new Date(now)).toISOString()).toBe(next)
    expect(nightOf(nextNight(new Date(now)))).not.toBe(nightOf(new Date(now)))
  })
})
