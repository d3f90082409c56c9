import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { z } from 'zod'
import type { FieldErrorCode } from './field-error-code'
import { anyTextField, atMost } from './text-field'

/** Vitec's limit on each telephone number. */
const maxLength = 17

/**
 * A phone number as people write it (`070-123 45 67`, `0046…`, `+46 (0)70…`, or international), as E.164.
 * It has to be possible, by length and country, not assigned: numbering plans change faster than metadata.
 */
export const phoneField = anyTextField().check(toE164).check(atMost(maxLength))

function toE164(payload: z.core.ParsePayload<string>): void {
  const { value, issues } = payload
  const refuse = (message: FieldErrorCode) => issues.push({ code: 'custom', input: value, message })
  const number = parse(value)
  // A number that loses a zero each time it is read (+61 000 0000) would be stored as another than was meant.
  const isStable = number !== undefined && parse(number.number)?.number === number.number
  if (!isStable || !number.isPossible()) refuse('invalid_phone')
  else if (number.ext) refuse('phone_extension')
  else payload.value = number.number
}

const parse = (text: string) => parsePhoneNumberFromString(text, { defaultCountry: 'SE', extract: false })
