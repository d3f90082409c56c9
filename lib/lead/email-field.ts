import type { FieldErrorCode } from './field-error-code'
import { atMost, codeField } from './text-field'

const label = '[\\p{L}\\p{M}\\p{N}](?:[-\\p{L}\\p{M}\\p{N}]*[\\p{L}\\p{M}\\p{N}])?'
/** One `@` and a domain with a dot, in any script. */
const email = new RegExp(`^[^\\s@<>()[\\],;:"\\\\]+@${label}(?:\\.${label})+$`, 'u')

/** An e-mail address of at most `max` UTF-16 units. */
export function emailField(max: number) {
  return codeField(max)
    .check(atMost(max))
    .meta({ minLength: 1, maxLength: max })
    .refine((text) => email.test(text), 'invalid_email' satisfies FieldErrorCode)
}
