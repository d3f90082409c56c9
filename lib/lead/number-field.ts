import { z } from 'zod'
import type { FieldErrorCode } from './field-error-code'
import { missingOr } from './optional-field'

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
