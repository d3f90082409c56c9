import { expect, it } from 'vitest'
import { mostMarks, normalForm } from './plain-text'

it('joins letters and their marks as Unicode does', () => {
  expect(normalForm('NFC', 'A\u030Asa')).toBe('Åsa')
  expect(normalForm('NFKD', 'Å½')).toBe('A\u030A1\u20442')
})

it('keeps as many marks as a language may put on a letter, and none more, which would take the longer the more', () => {
  const marks = (count: number) => '\u0316'.repeat(count)
  expect(normalForm('NFC', `a${marks(mostMarks)}b`)).toBe(`a${marks(mostMarks)}b`)
  expect(normalForm('NFC', `a${marks(32_000)}b`)).toBe(`a${marks(mostMarks)}b`)
})
