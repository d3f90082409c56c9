import { z } from 'zod'
import type { FieldErrorCode } from './field-error'
import { forbiddenCharacter, isBlank, searchable, tidyCode, tidyText } from './plain-text'

/** Absent, `null` and blank text all mean "not given". */
function isNotGiven(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && isBlank(value))
}

/** The zod error of a value of the wrong kind: `required` when there is no value at all. */
export function missingOr(code: FieldErrorCode) {
  return (issue: { input?: unknown }): FieldErrorCode => (isNotGiven(issue.input) ? 'required' : code)
}

/** A field that need not be given; then it reads as `null`. */
export function optionalField<T extends z.ZodType>(schema: T) {
  return z
    .preprocess((value: z.input<T> | '' | null) => (isNotGiven(value) ? null : value), schema.nullable())
    .default(null)
}

/** A JSON number; text is never read as one. */
export function numberField() {
  // JSON can say -0, which would be stored as such.
  return z.number({ error: notNumber }).overwrite((value) => value + 0)
}

const notNumber = (issue: { input?: unknown }): FieldErrorCode =>
  // JSON.parse reads 1e400 as Infinity.
  typeof issue.input === 'number' ? 'not_finite' : missingOr('not_number')(issue)

/** A JSON number from `min` to `max`, both included; what is beyond is not looked at further. */
export function numberWithin(min: number, max: number) {
  return numberField()
    .min(min, { error: 'too_small' satisfies FieldErrorCode, abort: true })
    .max(max, { error: 'too_large' satisfies FieldErrorCode, abort: true })
}

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
 * what is copied there, and what is refused for them cannot be seen.
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

/**
 * A number from 0 to 10¹² with `min` to `max` decimals (at least one allowed) and a point, rounded half up on its
 * decimal digits as written: 72.555 is `72.56`, although the binary number behind it is smaller.
 *
 * Digit by digit, because `toFixed` rounds the binary number, and not every browser's Intl reads digits.
 */
export function roundDecimals(value: number, min: number, max: number): string {
  // Below this, numbers are written with an exponent.
  const [whole = '0', fraction = ''] = (value < 1e-6 ? '0' : String(value)).split('.')
  const kept = BigInt(whole + fraction.slice(0, max).padEnd(max, '0'))
  const digits = String(fraction.charAt(max) >= '5' ? kept + 1n : kept).padStart(max + 1, '0')
  const decimals = digits.slice(-max).replace(/0+$/, '').padEnd(min, '0')
  return digits.slice(0, -max) + (decimals === '' ? '' : `.${decimals}`)
}
