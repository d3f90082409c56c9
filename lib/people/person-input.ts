import { z } from 'zod'
import { roles } from '@/lib/auth/permissions'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { anyTextField, emailField, missingOr, textField } from '@/lib/validation/fields'

const limits = { name: 100, email: 200, shortestPassword: 12, longestPassword: 128, token: 200, code: 40 }

const notObject = { error: 'not_object' satisfies FieldErrorCode }
const text = z.string({ error: missingOr('not_text') })
const role = z.enum(roles, 'unknown_value' satisfies FieldErrorCode)
const email = emailField(limits.email).transform((address) => address.toLowerCase())

/** A password as it is, to be compared. Its length is in code points: what people see as characters, or nearly. */
const password = text
  .min(1, 'required')
  .refine((typed) => codePoints(typed, limits.longestPassword) <= limits.longestPassword, {
    error: 'too_long' satisfies FieldErrorCode,
    params: { max: limits.longestPassword },
  })

/** A password that is being chosen. What else is asked of it needs to be known whose it is: `guessableAs`. */
const newPassword = password.refine(
  (typed) => codePoints(typed, limits.longestPassword) >= limits.shortestPassword,
  { error: 'too_short' satisfies FieldErrorCode, params: { min: limits.shortestPassword } },
)
const token = text.min(1, 'required').max(limits.token, 'too_long')
const code = anyTextField()
  .max(limits.code, 'too_long')
  .transform((typed) => typed.replaceAll(' ', ''))

/** How many code points a text has; of one that has more than `most` for sure, no more is looked at than its length. */
function codePoints(typed: string, most: number): number {
  return typed.length > 2 * most ? typed.length : [...typed].length
}

export const signInSchema = z.object({ email, password }, notObject)
/** What proves the second factor: what the app shows, or a backup code. */
const secondFactor = { code, kind: z.enum(['app', 'backup'], 'unknown_value' satisfies FieldErrorCode) }
export const secondStepSchema = z.object(secondFactor, notObject)
export const tokenSchema = z.object({ token }, notObject)
/** How an invited person begins; `email` counts only for the first administrator, whose link names none. */
export const acceptanceSchema = z.object(
  { token, name: textField(limits.name), email: email.nullable().default(null), password: newPassword },
  notObject,
)
export const invitationSchema = z.object({ email, role }, notObject)
export const personChangeSchema = z.object(
  { role: role.exactOptional(), disabled: z.boolean('unknown_value').exactOptional() },
  notObject,
)
export const passwordChangeSchema = z.object({ current: password, next: newPassword }, notObject)
export const passwordSchema = z.object({ password }, notObject)
export const secondFactorRemovalSchema = z.object({ password, ...secondFactor }, notObject)
export const appCodeSchema = z.object({ code }, notObject)

export type SignIn = z.infer<typeof signInSchema>
export type SecondStep = z.infer<typeof secondStepSchema>
export type SecondFactorRemoval = z.infer<typeof secondFactorRemovalSchema>
export type Acceptance = z.infer<typeof acceptanceSchema>
export type NewInvitation = z.infer<typeof invitationSchema>
export type PersonChange = z.infer<typeof personChangeSchema>
export type PasswordChange = z.infer<typeof passwordChangeSchema>
