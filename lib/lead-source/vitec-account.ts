import { z } from 'zod'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr } from '@/lib/validation/fields'
import { atMost, withoutForbidden } from '@/lib/validation/text-field'

const longest = 200

/** Of a secret every character counts: nothing is tidied. */
const verbatim = (forbidden: RegExp) =>
  z
    .string({ error: missingOr('not_text') })
    .min(1, 'required' satisfies FieldErrorCode)
    .check(atMost(longest))
    .check(withoutForbidden(forbidden))

/** A customer's own user name and password at Vitec. Basic authentication has no colon in a user name. */
export const vitecAccountSchema = z.object(
  { username: verbatim(/[\p{Cc}\p{Cs}:]/u), password: verbatim(/[\p{Cc}\p{Cs}]/u) },
  { error: 'not_object' satisfies FieldErrorCode },
)
export type VitecAccount = z.infer<typeof vitecAccountSchema>
