import { z } from 'zod'
import type { FieldErrorCode } from './field-error'
import { missingOr } from './fields'
import { forbiddenCharacter, isBlank, searchable, tidyCode, tidyText } from './plain-text'

/** Of texts that are short whatever they say: dates, numbers, ids. */
const shortText = 100

/**
 * Text of up to `longest` UTF-16 units, tidied; blank text is an error. Its length is held before anything looks at
 * it, with room for what tidying takes away; `code` says that it is too long.
 */
export function anyTextField(longest = shortText, code: FieldErrorCode = 'too_long', tidy = tidyText) {
  return z
    .string({ error: missingOr('not_text') })
    .check(atMost(rawLimit(longest), { code, told: longest }))
    .overwrite(tidy)
    .refine((text) => !isBlank(text), 'required' satisfies FieldErrorCode)
    .check(withoutForbidden())
}

/**
 * Text that is no prose, of up to `longest` UTF-16 units: marks of direction go, because other programs put them round
 * what is copied there, and nobody sees what is refused.
 */
export function codeField(longest = shortText) {
  return anyTextField(longest, 'too_long', tidyCode)
}

/** Text of 1 to `max` UTF-16 units after tidying. */
export function textField(max: number) {
  return anyTextField(max).check(atMost(max)).meta({ minLength: 1, maxLength: max })
}

/** Words to search for, of at most `max` UTF-16 units: never refused for a character, because people paste anything. */
export function searchField(max: number) {
  return z
    .string('not_text' satisfies FieldErrorCode)
    .check(atMost(rawLimit(max), { told: max }))
    .overwrite(searchable)
    .max(max, 'too_long' satisfies FieldErrorCode)
}

/** Letters with several marks each, and space around them, are no more text than they look like. */
const rawLimit = (max: number) => 4 * max + 200

/**
 * At most `max` UTF-16 units, as .NET and HTML count; `told` is the limit that the error names.
 * zod's own `max` counts code points, and would let twice the length in emoji through to Vitec.
 */
export function atMost(
  max: number,
  { code = 'too_long', told = max }: { code?: FieldErrorCode; told?: number } = {},
) {
  return ({ value, issues }: z.core.ParsePayload<string>) => {
    if (value.length <= max) return
    const issue = { origin: 'string', maximum: told, inclusive: true, input: value, message: code } as const
    // Later checks may be slow on long text.
    issues.push({ code: 'too_big', ...issue, continue: false })
  }
}

/** No control or bidi character, no half of a surrogate pair, or nothing that `pattern` finds. */
export function withoutForbidden(pattern?: RegExp) {
  return ({ value, issues }: z.core.ParsePayload<string>) => {
    const params = forbiddenCharacter(value, pattern)
    const message: FieldErrorCode = 'forbidden_character'
    if (params) issues.push({ code: 'custom', input: value, message, params })
  }
}

/** Text of few forms, told by a pattern. */
export function patternField(pattern: RegExp, code: FieldErrorCode) {
  return codeField().regex(pattern, code)
}

/** Where the contract lets a text come as a JSON number. */
export function textOrNumberField(text: z.ZodType<string, string>) {
  return z
    .preprocess((value: string | number) => (typeof value === 'number' ? String(value) : value), text)
    .meta({ type: ['string', 'number'] })
}

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
