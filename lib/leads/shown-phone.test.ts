import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { phoneField } from '@/lib/validation/phone-field'
import { shownPhone } from './shown-phone'

describe('a phone number on screens', () => {
  it.each([
    ['+46793412210', '079-341 22 10'],
    ['+46701234567', '070-123 45 67'],
    ['+46846500412', '08-465 004 12'],
    ['+468123456', '08-12 34 56'],
    ['+4631123456', '031-12 34 56'],
    ['+46311234567', '031-123 45 67'],
    ['+4666012345', '0660-123 45'],
    ['+46771793336', '077-179 33 36'],
    ['+4790123456', '+47 901 23 456'],
    ['+4722123456', '+47 22 12 34 56'],
    ['+4532123456', '+45 32 12 34 56'],
    ['+358401234567', '+358 401 234 567'],
    ['+442079460958', '+44 207 946 0958'],
    ['+12025550123', '+1 202 555 0123'],
  ])('%s is written %s', (phone, shown) => {
    expect(shownPhone(phone)).toBe(shown)
  })

  it('is as it is where it is no E.164, such as what is left of somebody who is gone', () => {
    for (const text of ['', '112', '+46', 'ring mamma']) expect(shownPhone(text)).toBe(text)
  })

  it('is written as the world’s numbering plans say, for every Swedish number but the dear ones', () => {
    const swedish = fc.stringMatching(/^[1-9]\d{6,9}$/).map((number) => `+46${number}`)
    const property = fc.property(swedish, (phone) => {
      const number = parsePhoneNumberFromString(phone)
      fc.pre(number?.isValid() === true && number.getType() !== 'PREMIUM_RATE')
      expect(shownPhone(phone)).toBe(number?.formatNational())
    })
    fc.assert(property, { numRuns: 300, maxSkipsPerRun: 1_000 })
  })

  it('loses no digit, and is read back as the same number when it is pasted into the form', () => {
    const abroad = fc.stringMatching(/^\+[1-9]\d{4,14}$/)
    fc.assert(
      fc.property(abroad, (phone) => {
        const shown = shownPhone(phone)
        const digits = shown.replace(/\D/g, '')
        expect(phone.startsWith('+46') ? `+46${digits.slice(1)}` : `+${digits}`).toBe(phone)
        if (phoneField.safeParse(phone).success) expect(phoneField.parse(shown)).toBe(phoneField.parse(phone))
      }),
    )
  })
})
