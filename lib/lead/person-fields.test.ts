import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readField } from './testing/read-field'

describe('customer.customer_id', () => {
  it.each(['ABC123', 'M30011', 'a', '_-', 'x'.repeat(40)])('takes %j', (id) => {
    expect(readField('customer.customer_id', id)).toBe(id)
  })

  it.each(['x'.repeat(41), 'a b', 'å', 'a/b', '../x', 'a%2f', 'a.b'])('refuses %j', (id) => {
    expect(readField('customer.customer_id', id)).toBe('!invalid_customer_id')
  })

  it('is required, and never a number', () => {
    expect(readField('customer.customer_id', '')).toBe('!required')
    expect(readField('customer.customer_id', 30011)).toBe('!not_text')
  })
})

describe('person.email', () => {
  it.each([
    'erik.andersson@example.com',
    'info@räksmörgås.se',
    'åsa+lead@sub.example.co.uk',
    "o'neil@example.com",
    `${'x'.repeat(88)}@example.com`,
    'x@例え.テスト',
  ])('takes %j', (email) => {
    expect(readField('person.email', email)).toBe(email)
  })

  it.each([
    'erik',
    'erik@',
    '@example.com',
    'erik@example',
    'a@b@example.com',
    'erik andersson@example.com',
    'Erik <erik@example.com>',
    'erik@example.com,eva@example.com',
    'erik@example..com',
    'erik@.example.com',
    'erik@example.com.',
    'erik@-example.com',
    'erik@exa mple.com',
    'mailto:erik@example.com',
  ])('refuses %j', (email) => {
    expect(readField('person.email', email)).toBe('!invalid_email')
  })

  it('takes no more than 100 units, as Vitec', () => {
    expect(readField('person.email', `${'x'.repeat(89)}@example.com`)).toBe('!too_long')
  })
})

describe('person.phone', () => {
  it.each([
    ['070-123 45 67', '+46701234567'],
    ['0701234567', '+46701234567'],
    ['+46701234567', '+46701234567'],
    ['0046701234567', '+46701234567'],
    ['+46 (0)70 123 45 67', '+46701234567'],
    ['08-12 34 56', '+468123456'],
    ['+1 202 555 0143', '+12025550143'],
    ['+358 40 1234567', '+358401234567'],
    [' 070\u00a0123\t45 67 ', '+46701234567'],
  ])('reads %j as %s', (written, stored) => {
    expect(readField('person.phone', written)).toBe(stored)
  })

  it.each([
    '112',
    '12345',
    'abc',
    '+46',
    '+999 123 456 789',
    '070-123 45 67 8901234',
    '070-123 45 67 (hem)',
    '+61 000 0000',
    '9'.repeat(5000),
  ])('refuses %j, which cannot be a number', (phone) => {
    expect(readField('person.phone', phone)).toBe('!invalid_phone')
  })

  it.each(['08-12 34 56 ext 7', '+46 8 123456 x7', '08123456;ext=7'])(
    'refuses the extension of %j, which would be lost',
    (phone) => {
      expect(readField('person.phone', phone)).toBe('!phone_extension')
    },
  )

  it('refuses what is longer than Vitec takes', () => {
    expect(readField('person.phone', '+49 15123 4567890123')).toBe('!too_long')
  })

  it('is read the second time as the first, so that a stored number can be sent again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+|00|0|\+46 ?\(0\))[1-9]\d{4,15}$/), (written) => {
        const stored = String(readField('person.phone', written))
        fc.pre(!stored.startsWith('!'))
        expect(stored).toMatch(/^\+\d{5,16}$/)
        expect(readField('person.phone', stored)).toBe(stored)
      }),
    )
  })

  it('is text and required', () => {
    expect(readField('person.phone', 701234567)).toBe('!not_text')
    expect(readField('person.phone', null)).toBe('!required')
  })
})

describe('person.zip_code', () => {
  it.each([
    ['11422', '11422'],
    ['114 22', '11422'],
    [' 114\u00a022 ', '11422'],
  ])('reads %j as %s', (written, stored) => {
    expect(readField('person.zip_code', written)).toBe(stored)
  })

  it.each(['01422', '1142', '114222', '1 1422', 'SE-114 22', '11422-1', '１１４２２'])(
    'refuses %j',
    (zip) => {
      expect(readField('person.zip_code', zip)).toBe('!invalid_zip_code')
    },
  )
})

describe.each(['person.qualification', 'person.custom_field'])('%s', (field) => {
  it('refuses a personal number, which has no business there', () => {
    expect(readField(field, 'Ring 811218-9876')).toBe('!personal_number')
    expect(readField(field, '198112189876')).toBe('!personal_number')
    expect(readField(field, '811218-9875')).toBe('811218-9875')
  })
})
