import { z } from 'zod'
import type { FieldErrorCode } from './field-error-code'
import { missingOr } from './optional-field'
import { hasForbiddenCharacter, isBlank, tidyText } from './plain-text'

/** Text of any length, tidied; blank text is an error. */
export function anyTextField() {
  return z
    .string({ error: missingOr('not_text') })
    .overwrite(tidyText)
    .refine((text) => !isBlank(text), 'required' satisfies FieldErrorCode)
    .refine((text) => !hasForbiddenCharacter(text), 'forbidden_character' satisfies FieldErrorCode)
}

/** Text of 1 to `max` UTF-16 units after tidying. */
export function textField(max: number) {
  return anyTextField().check(atMost(max)).meta({ minLength: 1, maxLength: max })
}

/**
 * At most `max` UTF-16 units, as .NET and HTML count.
 * zod's own `max` counts code points, and would let twice the length in emoji through to Vitec.
 */
export function atMost(max: number) {
  return ({ value, issues }: z.core.ParsePayload<string>) => {
    if (value.length <= max) return
    const message: FieldErrorCode = 'too_long'
    const issue = { origin: 'string', maximum: max, inclusive: true, input: value, message } as const
    // Later checks may be slow on long text.
    issues.push({ code: 'too_big', ...issue, continue: false })
  }
}

/** Text of few forms, told by a pattern. */
export function patternField(pattern: RegExp, code: FieldErrorCode) {
  return anyTextField().regex(pattern, code)
}

/** Where the contract lets a text come as a JSON number. */
export function textOrNumberField(text: z.ZodType<string, string>) {
  return z
    .preprocess((value: string | number) => (typeof value === 'number' ? String(value) : value), text)
    .meta({ type: ['string', 'number'] })
}
