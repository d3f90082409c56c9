import { describe, expect, it } from 'vitest'
import { readField } from './testing/read-field'

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
