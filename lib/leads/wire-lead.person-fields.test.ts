import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAssignedPhone } from '@/lib/validation/is-assigned-phone'
import { readField } from '@/test/support/leads/read-field'

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

  it.each([
    ['\u202d+46 70 123 45 67\u202c', '+46701234567'],
    ['\u2068070-123 45 67\u2069', '+46701234567'],
    ['\u200e+46\u00a070\u200b123\u00ad4567\u200f', '+46701234567'],
    ['070\u2013123\u201145\u201167', '+46701234567'],
  ])('reads %j as an address book copies it', (copied, stored) => {
    expect(readField('person.phone', copied)).toBe(stored)
  })

  it.each([
    ['070123', 'becomes +46070123, which nobody can dial'],
    ['0701234', 'a mobile number has nine digits'],
    ['070-123 45 6', 'a digit is missing'],
    ['070-123 45 678', 'there is a digit too many'],
    ['+46701234', 'the same with the country code'],
    ['0781234', 'of every mobile prefix'],
    ['+46070123', 'the zero is never dialled behind +46'],
    ['+460701234567', 'nor before a whole number'],
    ['+46 070-123 45 67', 'however it is written'],
    ['0046 070 123 45 67', 'nor behind 00'],
    ['+46(0)08123456', 'one zero in brackets is a habit, two are a mistake'],
    ['070-123 45 67;phone-context=+46', 'a parameter gives another answer every other time'],
    [';phone-context=+46', 'alone too'],
    ['tel:+46701234567;isub=1', 'whatever it is called'],
  ])('refuses %j: %s', (written) => {
    for (const _ of 'twice') expect(readField('person.phone', written)).toBe('!invalid_phone')
  })

  it.each([
    ['0741234567', '+46741234567'],
    ['+45 12345678', '+4512345678'],
  ])(
    'takes %j, which can exist though no plan has it: a lead is not lost to a new series',
    (written, stored) => {
      expect(readField('person.phone', written)).toBe(stored)
      expect(isAssignedPhone(stored)).toBe(false)
    },
  )

  it('stores nothing that cannot be dialled in Sweden', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(0|\+46|0046|\+46 \(0\))[ 0-9-]{4,12}$/), (written) => {
        const stored = String(readField('person.phone', written))
        expect(stored).not.toMatch(/^\+460/)
        if (/^\+467[023689]/.test(stored)) expect(stored).toHaveLength(12)
      }),
    )
  })

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
