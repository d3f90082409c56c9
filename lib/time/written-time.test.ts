import { describe, expect, it } from 'vitest'
import { writtenTime } from './written-time'

describe('writtenTime', () => {
  it.each([
    ['minute', '2026-11-27 08:05'],
    ['second', '2026-11-27 08:05:09'],
    ['day', '2026-11-27'],
    ['clock', '08:05:09'],
  ] as const)('writes to the %s as people of every language read it here: %s', (look, written) => {
    expect(writtenTime('2026-11-27T07:05:09Z', look)).toBe(written)
  })
})
