import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js'
import { z } from 'zod'
import type { FieldErrorCode } from './field-error'
import { anyTextField, atMost, missingOr } from './fields'
import { withoutDirection } from './plain-text'

/** Vitec's limit on each telephone number. */
const maxLength = 17
const longestWritten = 100

/** The trunk zero kept behind the country code, which cannot be dialled; in brackets, `+46 (0)70`, it is a habit. */
const trunkZero = /^(?:\+|00)460/
/** 070, 072, 073, 076, 078 and 079: nine digits behind +46, by the Swedish numbering plan. */
const mobilePrefix = /^\+467[023689]/
const mobile = /^\+467[023689]\d{7}$/

/**
 * A phone number as people write it (`070-123 45 67`, `0046…`, `+46 (0)70…`, or international), as E.164.
 * It has to be possible, by length and country. Whether it is assigned is another question (`isAssignedPhone`):
 * numbering plans change faster than metadata.
 */
export const phoneField = z
  .string({ error: missingOr('not_text') })
  .check(atMost(4 * longestWritten, { code: 'invalid_phone' }))
  .overwrite(withoutDirection)
  .pipe(anyTextField(longestWritten, 'invalid_phone'))
  .check(toE164)
  .check(atMost(maxLength))

function toE164(payload: z.core.ParsePayload<string>): void {
  const { value, issues } = payload
  const refuse = (message: FieldErrorCode) => issues.push({ code: 'custom', input: value, message })
  // What an address of a phone (RFC 3966) says behind `;` the library reads now so, now so.
  if (value.includes(';')) return void refuse(/;ext=/i.test(value) ? 'phone_extension' : 'invalid_phone')
  if (!library) {
    // A browser that was not sent it, or not yet: the server has the last word.
    payload.value = value.replace(/[^\d+]/g, '')
    return
  }
  const number = read(value)
  if (!number || !canExist(number) || trunkZero.test(value.replace(/[^\d+()]/g, ''))) refuse('invalid_phone')
  else if (number.ext) refuse('phone_extension')
  else payload.value = number.number
}

function canExist(number: PhoneNumber): boolean {
  const written = number.number
  // A number that loses a zero each time it is read (+61 000 0000) would be stored as another than was meant.
  if (read(written)?.number !== written || !number.isPossible()) return false
  return !trunkZero.test(written) && (!mobilePrefix.test(written) || mobile.test(written))
}

/** `undefined` in a browser at first: scripts/bundle/leave-out.mjs takes it from there, because of what it weighs. */
let library: typeof parsePhoneNumberFromString | undefined = parsePhoneNumberFromString
let loading: Promise<unknown> | undefined

/** Resolves once numbers can be read, or cannot be after all. For browsers; on the server they always can. */
export function loadNumberingPlans(): Promise<unknown> {
  loading ??= import('libphonenumber-js').then(
    (loaded) => {
      library = loaded.parsePhoneNumberFromString
    },
    () => {
      loading = undefined
    },
  )
  return loading
}

function read(text: string): PhoneNumber | undefined {
  return library?.(text, { defaultCountry: 'SE', extract: false })
}
