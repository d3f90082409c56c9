import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { expect, it } from 'vitest'
import { dialledInSweden } from './dialled-number'

const parsed = (phone: string) =>
  parsePhoneNumberFromString(phone)?.format('IDD', { fromCountry: 'SE' }) ?? phone

it('writes every number as one that is parsed anew is written, whichever like it came before', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 4, maxLength: 13 })
  const number = fc.tuple(fc.constantFrom('+46', '+4670', '+468', '+4690', '+47', '+1'), digits)
  const check = ([country, rest]: [string, string]) => {
    const phone = country + rest
    const like = phone.slice(0, -1) + ((Number(phone.at(-1)) + 5) % 10)
    expect(dialledInSweden(phone)).toBe(parsed(phone))
    expect(dialledInSweden(like)).toBe(parsed(like))
    expect(dialledInSweden(phone)).toBe(parsed(phone))
  }
  fc.assert(fc.property(number, check), { numRuns: 3000 })
})

it('leaves what is no number as it is', () => {
  expect(dialledInSweden('')).toBe('')
  expect(dialledInSweden('+46')).toBe('+46')
})
