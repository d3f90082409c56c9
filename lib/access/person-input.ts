import { z } from 'zod'
import { emailField } from '@/lib/lead/email-field'
import type { FieldErrorCode } from '@/lib/lead/field-error-code'
import { missingOr } from '@/lib/lead/optional-field'
import { anyTextField, textField } from '@/lib/lead/text-field'
import { roles } from './identity'

const limits = { name: 100, email: 200, shortestPassword: 12, longestPassword: 128, token: 200, code: 40 }

const notObject = { error: 'not_object' satisfies FieldErrorCode }
const text = z.string({ error: missingOr('not_text') })
const role = z.enum(roles, 'unknown_value' satisfies FieldErrorCode)
const email = emailField(limits.email).transform((address) => address.toLowerCase())

/** A password that is being chosen. Length is what makes it hard to guess; nothing else is asked of it. */
const newPassword = text
  .min(limits.shortestPassword, 'too_short' satisfies FieldErrorCode)
  .max(limits.longestPassword, 'too_long' satisfies FieldErrorCode)

/** A password as it is, to be compared. */
const password = text.min(1, 'required').max(limits.longestPassword, 'too_long')
const token = text.min(1, 'required').max(limits.token, 'too_long')
const code = anyTextField()
  .max(limits.code, 'too_long')
  .transform((typed) => typed.replaceAll(' ', ''))

export const signInSchema = z.object({ email, password }, notObject)
/** The second step of a sign-in: what the app shows, or a backup code. */
export const secondStepSchema = z.object(
  { code, kind: z.enum(['app', 'backup'], 'unknown_value') },
  notObject,
)
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
export const appCodeSchema = z.object({ code }, notObject)

export type SignIn = z.infer<typeof signInSchema>
export type SecondStep = z.infer<typeof secondStepSchema>
export type Acceptance = z.infer<typeof acceptanceSchema>
export type NewInvitation = z.infer<typeof invitationSchema>
export type PersonChange = z.infer<typeof personChangeSchema>
export type PasswordChange = z.infer<typeof passwordChangeSchema>
