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

/** What can be wrong with a new password, besides its length. */
const passwordErrorCodes = [
  'password_pattern',
  'password_own_name',
  'password_service_name',
  'password_common',
] as const

/** What can be wrong with a field. The schemas give these as their zod messages; the form translates them. */
export const fieldErrorCodes = [...leadErrorCodes, ...passwordErrorCodes] as const

export const fieldErrorCodeSchema = z.enum(fieldErrorCodes)
export type FieldErrorCode = z.infer<typeof fieldErrorCodeSchema>

/** Limits that a message names: `min`, `max`, or the values `allowed`. */
export type FieldErrorParams = Record<string, string | number>
