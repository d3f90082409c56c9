import { describe, expect, it } from 'vitest'
import { fieldErrors } from '@/lib/validation/field-error-message'
import { bodyWith, readField, today } from '@/test/support/leads/read-field'
import { wireLeadSchema } from './wire-lead'

describe('reference', () => {
  it.each(['7', 'ORDER-2026-0042', 'Höst & vår #3/b', '注文 42', '🏠', 'x'.repeat(100), '😀'.repeat(100)])(
    'is kept as it was written: %j',
    (reference) => {
      expect(readField('reference', reference)).toBe(reference)
    },
  )

  it.each([undefined, null, '', ' ', '\u200b'])('is not given where %j is', (reference) => {
    expect(readField('reference', reference)).toBeNull()
  })

  it('has nothing in it that nobody sees, so that two that look alike are the same', () => {
    expect(readField('reference', ' \u200eORDER\u200b-7\u2069 \n 8 ')).toBe('ORDER-7 8')
    expect(readField('reference', 'e\u0301')).toBe('é')
  })

  it('is as many characters as people count, not as computers do', () => {
    expect(readField('reference', 'x'.repeat(101))).toBe('!too_long')
    expect(readField('reference', '😀'.repeat(101))).toBe('!too_long')
    expect(readField('reference', 'x'.repeat(9_000))).toBe('!too_long')
  })

  it.each([101, 9_000])('says how long it may be, whether it is %i long', (length) => {
    const parsed = wireLeadSchema(today).safeParse(bodyWith('reference', 'x'.repeat(length)))
    expect(parsed.error && fieldErrors(parsed.error)).toMatchObject([{ params: { max: 100 } }])
  })

  it.each(['a\0b', 'a\ue000b', 'a\u0007', '\ud800'])(
    'is refused for a character that has no look: %j',
    (reference) => {
      expect(readField('reference', reference)).toBe('!forbidden_character')
    },
  )

  it.each([42, true, ['a'], { a: 1 }])('is text, and never %j', (reference) => {
    expect(readField('reference', reference)).toBe('!not_text')
  })
})
