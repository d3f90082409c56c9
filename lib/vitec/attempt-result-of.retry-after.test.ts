import { describe, expect, it } from 'vitest'
import { retryAfterMs } from './attempt-result-of'

const now = new Date('2026-01-27T12:00:00Z')

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 27 Jan 2026 12:00:30 GMT', 30_000],
    ['Tue, 27 Jan 2026 11:00:00 GMT', 0],
    ['86400', 3_600_000],
    ['9'.repeat(400), 3_600_000],
    ['Wed, 28 Jan 2026 12:00:00 GMT', 3_600_000],
  ])('reads %s', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms)
  })

  it.each([[null], [''], ['soon'], ['-5'], ['1.5'], ['5 s'], ['Tue, 99 Foo 2026 12:00:30 GMT']])(
    'asks for nothing with %s',
    (header) => {
      expect(retryAfterMs(header, now)).toBeNull()
    },
  )
})
