import { z } from 'zod'
import type { FieldErrorCode } from './field-error-code'
import { missingOr } from './optional-field'

/** A JSON number; text is never read as one. */
export function numberField() {
  return z
    .number({
      error: (issue) =>
        // JSON.parse reads 1e400 as Infinity.
        issue.input === Number.POSITIVE_INFINITY || issue.input === Number.NEGATIVE_INFINITY
          ? ('not_finite' satisfies FieldErrorCode)
          : missingOr('not_number')(issue),
    })
    .overwrite(withoutNegativeZero)
}

/** A JSON number from `min` to `max`, both included. */
export function numberWithin(min: number, max: number) {
  return numberField()
    .min(min, 'too_small' satisfies FieldErrorCode)
    .max(max, 'too_large' satisfies FieldErrorCode)
}

const withoutNegativeZero = (value: number) => value + 0
