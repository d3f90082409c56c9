import { z } from 'zod'

/** What can be wrong with a field of a lead; `invalid` stands for the messages of schemas that give no code. */
export const leadErrorCodes = [
  'required',
  'not_object',
  'not_text',
  'not_number',
  'not_finite',
  'not_whole_number',
  'not_positive',
  'too_small',
  'too_large',
  'too_short',
  'too_long',
  'forbidden_character',
  'unknown_value',
  'invalid_customer_id',
  'invalid_email',
  'invalid_phone',
  'phone_extension',
  'invalid_zip_code',
  'invalid_rooms',
  'invalid_year',
  'invalid_date',
  'date_in_future',
  'date_too_old',
  'personal_number',
  'unknown_field',
  'invalid',
] as const

/** What can be wrong with a parameter of an address, besides what may be wrong with a field. */
export const parameterErrorCodes = [
  'unknown_parameter',
  'repeated',
  'invalid_time',
  'invalid_cursor',
] as const

/** What can be wrong with a new password, besides its length. */
const passwordErrorCodes = [
  'password_pattern',
  'password_own_name',
  'password_service_name',
  'password_common',
] as const

/** What can be wrong with where a webhook leads. */
export const addressErrorCodes = ['invalid_url', 'not_https', 'private_address'] as const

/** What can be wrong with a field. The schemas give these as their zod messages; the form translates them. */
export const fieldErrorCodes = [
  ...leadErrorCodes,
  ...parameterErrorCodes,
  ...passwordErrorCodes,
  ...addressErrorCodes,
] as const

export const fieldErrorCodeSchema = z.enum(fieldErrorCodes)
export type FieldErrorCode = z.infer<typeof fieldErrorCodeSchema>

/** Limits that a message names: `min`, `max`, or the values `allowed`. */
export type FieldErrorParams = Record<string, string | number>

/**
 * One wrong field. `field` is its dotted wire path (`person.phone`; `body` for the request as a whole),
 * `message` English for callers of the API, `params` what a translation of `code` needs.
 */
export type FieldError = {
  field: string
  code: FieldErrorCode
  message: string
  params?: FieldErrorParams
}

/** Every wrong field of a request that did not parse, once each, with the first thing that is wrong with it. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? 'body' : issue.path.join('.')
    if (!errors.has(field)) errors.set(field, fieldError(field, issue))
  }
  return [...errors.values()]
}

function fieldError(field: string, issue: z.core.$ZodIssue): FieldError {
  const code = fieldErrorCodeSchema.catch('invalid').parse(issue.message)
  const params = code === 'required' ? {} : issueParams(issue)
  const message = fieldErrorMessage(code, params)
  return Object.keys(params).length === 0 ? { field, code, message } : { field, code, message, params }
}

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

function issueParams(issue: z.core.$ZodIssue): FieldErrorParams {
  switch (issue.code) {
    case 'too_big':
      return { max: Number(issue.maximum) }
    case 'too_small':
      return { min: Number(issue.minimum) }
    case 'invalid_value':
      return { allowed: issue.values.map(String).join(', ') }
    case 'custom':
      return paramsSchema.parse(issue.params ?? {})
    default:
      return {}
  }
}

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
