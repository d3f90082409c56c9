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

/** One wrong field: `field` is its dotted wire path (`person.phone`; `body` for the request as a whole). */
export type WrongField = { field: string; code: FieldErrorCode; params?: FieldErrorParams }

/** The same as callers are told it: `message` is English for them, `params` what a translation of `code` needs. */
export type FieldError = WrongField & { message: string }

/** Every wrong field of a request that did not parse, once each, with the first thing that is wrong with it. */
export function wrongFields(error: z.ZodError): WrongField[] {
  const errors = new Map<string, WrongField>()
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? 'body' : issue.path.join('.')
    if (!errors.has(field)) errors.set(field, wrongField(field, issue))
  }
  return [...errors.values()]
}

function wrongField(field: string, issue: z.core.$ZodIssue): WrongField {
  const code = fieldErrorCodeSchema.catch('invalid').parse(issue.message)
  const params = code === 'required' ? {} : issueParams(issue)
  return Object.keys(params).length === 0 ? { field, code } : { field, code, params }
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
