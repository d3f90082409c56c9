import { z } from 'zod'
import type { FieldErrorCode } from './field-error'
import { isBlank } from './plain-text'

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
