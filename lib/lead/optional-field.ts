import { z } from 'zod'
import type { FieldErrorCode } from './field-error-code'
import { isBlank } from './plain-text'

/** Absent, `null` and blank text all mean "not given". */
export function isNotGiven(value: unknown): boolean {
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
