import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { fieldErrors } from '@/lib/validation/field-error'
import type { FieldErrorWords } from './field-error-words'

/** Checks a form with the API's own schema. */
export function schemaResolver<I extends FieldValues, O>(
  schema: z.ZodType<O, I>,
  words: FieldErrorWords,
): Resolver<I, unknown, O> {
  return (values) => {
    const parsed = schema.safeParse(values)
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors = fieldErrors(parsed.error).map((error) => [
      error.field,
      { type: error.code, message: words(error) },
    ])
    return { values: {}, errors: Object.fromEntries(errors) }
  }
}
