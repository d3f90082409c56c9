import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wireLeadSchema } from '@/lib/leads/wire-lead'
import { bodyWith, readField, today } from '@/test/support/leads/read-field'
import { fieldErrors } from './field-error-message'

const emoji = '😀'

describe.each([
  ['person.first_name', 30],
  ['person.last_name', 30],
  ['person.address', 68],
  ['customer.lead_id', 100],
])('%s, text that must be given', (field, max) => {
  it.each([undefined, null, '', ' ', '\n', '\u200b', '\u3164\u00ad'])('refuses %j as missing', (value) => {
    expect(readField(field, value)).toBe('!required')
  })

  it.each([1, true, [], ['x'], {}])('refuses %j: nothing is turned into text', (value) => {
    expect(readField(field, value)).toBe('!not_text')
  })

  it('takes as many UTF-16 units as Vitec does, and no more', () => {
    expect(readField(field, 'x'.repeat(max))).toBe('x'.repeat(max))
    expect(readField(field, 'x'.repeat(max + 1))).toBe('!too_long')
    expect(readField(field, emoji.repeat(max / 2))).toBe(emoji.repeat(max / 2))
    expect(readField(field, emoji.repeat(max / 2 + 1))).toBe('!too_long')
  })

  it('measures after tidying, so that space around it costs nothing', () => {
    expect(readField(field, ` ${'x'.repeat(max)}\n`)).toBe('x'.repeat(max))
    expect(readField(field, 'o\u0308'.repeat(max))).toBe('ö'.repeat(max))
  })
})

describe('text', () => {
  it.each([
    ['  Erik  ', 'Erik'],
    ['Erik\r\n\tvon  Platen', 'Erik von Platen'],
    ['Erik\u00a0\u2003\u0085\u2028von', 'Erik von'],
    ['A\u030asa', 'Åsa'],
    ['👨‍👩‍👧 ✌🏽', '👨‍👩‍👧 ✌🏽'],
    ['<b>&amp;', '<b>&amp;'],
  ])('is tidied: %j becomes %j', (text, tidy) => {
    expect(readField('person.first_name', text)).toBe(tidy)
  })

  it.each([
    'a\0b',
    'a\u0007',
    'a\u001b[31m',
    'a\u007f',
    'a\u009f',
    '\u202eabc',
    'a\u200eb',
    'a\u2066b\u2069',
    '\u061ca',
  ])('is refused with a control or bidi character: %j', (text) => {
    expect(readField('person.first_name', text)).toBe('!forbidden_character')
    expect(readField('person.city', text)).toBe('!forbidden_character')
    expect(readField('person.custom_field', text)).toBe('!forbidden_character')
  })

  it.each(['\ud83d', 'a\ude00b'])('is refused with half a surrogate pair: %j', (text) => {
    expect(readField('person.last_name', text)).toBe('!forbidden_character')
  })

  it('is not "not given" when it holds nothing but a bidi character', () => {
    expect(readField('person.city', '\u202e')).toBe('!forbidden_character')
  })
})

describe('marks of direction, as other programs copy them', () => {
  it.each([
    ['person.email', '\u202aerik@example.com\u202c', 'erik@example.com'],
    ['person.zip_code', '\u200e114 22', '11422'],
    ['customer.customer_id', 'ABC123\u200f', 'ABC123'],
    ['property.rooms', '\u202d4\u202c', '4'],
    ['property.year_built', '\u2068\u200e1992\u2069', '1992'],
    ['property.valuation_date', '\u200e2026\u200e-\u200e01\u200e-\u200e20', '2026-01-20'],
  ])('go from %s, which is no prose', (field, copied, stored) => {
    expect(readField(field, copied)).toBe(stored)
  })
})

describe('characters that nobody can see', () => {
  it.each([
    ['er\u200bik.andersson@example.com', 'zero width space, from a web page'],
    ['erik.anders\u00adson@example.com', 'soft hyphen, from a hyphenated text'],
    ['\ufefferik.andersson@example.com', 'byte order mark, from a file'],
    ['erik.andersson\u2060@example.com', 'word joiner'],
    ['erik.andersson@example.com\ufe0f', 'variation selector'],
    ['erik\u{e0001}.andersson@exa\u{e0100}mple.com', 'tag and variation selector beyond the first plane'],
    ['erik\u200d.\u034fandersson@example\u180b.com', 'joiner, grapheme joiner, Mongolian selector'],
  ])('are removed from %j: %s', (text) => {
    expect(readField('person.email', text)).toBe('erik.andersson@example.com')
    expect(readField('person.address', text)).toBe('erik.andersson@example.com')
    expect(readField('customer.lead_id', text)).toBe('erik.andersson@example.com')
  })

  it('are removed before letters and marks are joined, and before the length is taken', () => {
    expect(readField('person.first_name', 'A\u00ad\u030asa')).toBe('Åsa')
    expect(readField('person.first_name', `\u200b${'x\u00ad'.repeat(30)}`)).toBe('x'.repeat(30))
    expect(readField('customer.customer_id', '\u200bABC\u2060123')).toBe('ABC123')
  })

  it.each(['❤️', '👨‍👩‍👧', '👩🏽‍❤️‍💋‍👨🏻', '🏳️‍🌈', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇸🇪', '🏃‍➡️'])(
    'stay where %s is made of them',
    (whole) => {
      expect(readField('person.custom_field', `Ring ${whole}!`)).toBe(`Ring ${whole}!`)
    },
  )

  it.each([
    ['👩\u200d', '👩'],
    ['\u200d👩', '👩'],
    ['👩\u200d\u200d👧', '👩👧'],
    ['1\ufe0f', '1'],
    ['🏴\u{e0067}', '🏴'],
  ])('go where they hold no emoji together: %j', (text, seen) => {
    expect(readField('person.custom_field', text)).toBe(seen)
  })

  it('are never left over, whatever they stand beside', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'é',
        'e\u0301',
        '1',
        '#',
        '👩',
        '❤',
        '🏽',
        '🏴',
        '\u20e3',
        '\u200d',
        '\ufe0f',
        '\u200b',
        '\u00ad',
      ],
      ...['\u{e0067}', '\u{e007f}', ' ', '\u0301'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const read = readField('person.custom_field', `x${pieces.join('')}`)
        expect(readField('person.custom_field', read)).toBe(read)
        const plain = String(read).replace(/(?:\p{Emoji}|\u20e3)(?:\u200d|\ufe0f|\u{e0067}|\u{e007f})+/gu, '')
        expect(plain).not.toMatch(/\p{Default_Ignorable_Code_Point}/u)
      }),
    )
  })
})

it('a character that is refused is named, with its place, because nobody can see it', () => {
  const parsed = wireLeadSchema(today).safeParse(bodyWith('person.city', '😀\u200bLund\u202e'))
  expect(parsed.error && fieldErrors(parsed.error)).toEqual([
    {
      field: 'person.city',
      code: 'forbidden_character',
      message: 'Contains a character that is not allowed: U+202E (text direction), as character 6.',
      params: { character: 'U+202E', kind: 'text direction', position: 6 },
    },
  ])
})

it('a text is measured before anything looks at it, because the work on some grows with its square', () => {
  const marks = `a${'\u0316\u0301'.repeat(16_000)}`
  expect(readField('person.first_name', marks)).toBe('!too_long')
  expect(readField('person.phone', marks)).toBe('!invalid_phone')
  expect(readField('customer.customer_id', marks)).toBe('!too_long')
})

describe.each([
  ['person.zip_code', 11422],
  ['person.city', 1],
  ['person.qualification', 1],
  ['person.custom_field', 1],
])('%s, text that need not be given', (field, number) => {
  it.each([undefined, null, '', '  '])('reads %j as not given', (value) => {
    expect(readField(field, value)).toBeNull()
  })

  it.each([number, false, [], {}])('refuses %j: nothing is turned into text', (value) => {
    expect(readField(field, value)).toBe('!not_text')
  })
})

describe('the lengths of optional text', () => {
  it.each([
    ['person.city', 25],
    ['person.qualification', 200],
    ['person.custom_field', 500],
  ])('%s takes %d units and no more', (field, max) => {
    expect(readField(field, 'x'.repeat(max))).toBe('x'.repeat(max))
    expect(readField(field, 'x'.repeat(max + 1))).toBe('!too_long')
  })
})
