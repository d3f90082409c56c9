import type { z } from 'zod'
import { type FieldError, type FieldErrorCode, type FieldErrorParams, wrongFields } from './field-error'

/** Every wrong field of a request that did not parse, as its caller is told. Pages have words of their own. */
export const fieldErrors = (error: z.ZodError): FieldError[] =>
  wrongFields(error).map(({ field, code, params }) => {
    const message = fieldErrorMessage(code, params ?? {})
    return params ? { field, code, message, params } : { field, code, message }
  })

const messages: Record<FieldErrorCode, string> = {
  required: 'Required.',
  not_object: 'Must be a JSON object.',
  not_text: 'Must be text.',
  not_number: 'Must be a number, not text: 5500000, not "5500000".',
  not_finite: 'Is too large to be read as a number.',
  not_whole_number: 'Must be a whole number.',
  not_positive: 'Must be more than 0.',
  too_small: 'Must be at least {min}.',
  too_large: 'Must be at most {max}.',
  too_short: 'Must be at least {min} characters.',
  too_long: 'Must be at most {max} characters.',
  forbidden_character:
    'Contains a character that is not allowed: {character} ({kind}), as character {position}.',
  unknown_value: 'Must be one of: {allowed}.',
  invalid_customer_id: 'Must be 1-40 characters of A-Z, a-z, 0-9, _ and -.',
  invalid_email: 'Must be an e-mail address, such as erik.andersson@example.com.',
  invalid_phone: 'Must be a phone number, such as 070-123 45 67 or +46701234567.',
  phone_extension: 'Must be a phone number without an extension.',
  invalid_zip_code: 'Must be five digits that do not begin with 0, such as 11422.',
  invalid_rooms: 'Must be at least 0,5, in one or two digits and at most one decimal, such as 4 or 2,5.',
  invalid_year: 'Must be a year of four digits, from {min} to {max}.',
  invalid_date: 'Must be a date as YYYY-MM-DD.',
  date_in_future: 'Must not be later than {max}.',
  date_too_old: 'Must not be earlier than {min}.',
  personal_number: 'Must not contain a personal number.',
  unknown_parameter: 'Is not a parameter of this address, which has: {allowed}.',
  repeated: 'May be given once.',
  invalid_time:
    'Must be a time with its offset, such as 2026-11-28T00:00:00Z or 2026-11-28T01:00:00%2B01:00 (in an address + is written %2B).',
  invalid_cursor: 'Is no next_cursor of an answer.',
  password_pattern:
    'Must not be a pattern, such as abcabcabcabc: take several words, or characters at random.',
  password_own_name: 'Must be more than a name or an e-mail address of its person: add several words.',
  password_service_name: 'Must be more than the name of this service: add several words.',
  password_common: 'Is used by many, so it is tried first: take several words that do not belong together.',
  invalid_url: 'Must be a URL without a user name or a fragment, such as https://example.com/leads.',
  not_https: 'Must begin with https://.',
  private_address: 'Must not lead to a private address.',
  unknown_field: 'Is not a field we know: {meant} is meant.',
  invalid: 'Is not valid.',
}

/** The English sentence for a caller of the API. */
export function fieldErrorMessage(code: FieldErrorCode, params: FieldErrorParams): string {
  return messages[code].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}
