import { toNestErrors } from '@hookform/resolvers'
import type { FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { wrongFields } from '@/lib/validation/field-error'
import type { FieldErrorWords } from './field-error-words'

/** A form that is right: the body as it was made of what was typed, and what the API's schema reads in it. */
export type Checked<B, O> = { body: B; parsed: O }

type FormCheck<V, B, O> = {
  schema: z.ZodType<O>
  /** The body that the API takes, of what was typed. */
  toBody: (values: V) => B
  /** Fields, by their dotted names, to be asked about although the API takes them. Their words stand with the field. */
  findDoubts?: (values: V) => Promise<{ field: string; code: string }[]>
}

/** Checks a form with the API's own schema. */
export function schemaResolver<V extends FieldValues, B, O>(
  { schema, toBody, findDoubts }: FormCheck<V, B, O>,
  words: FieldErrorWords,
): Resolver<V, unknown, Checked<B, O>> {
  return async (values, _, options) => {
    const body = toBody(values)
    const parsed = schema.safeParse(body)
    const wrong = parsed.error ? wrongFields(parsed.error) : []
    const doubts = (await findDoubts?.(values)) ?? []
    if (parsed.success && doubts.length === 0) return { values: { body, parsed: parsed.data }, errors: {} }
    const errors = [
      ...wrong.map((error) => [error.field, { type: error.code, message: words(error) }]),
      ...doubts.map(({ field, code }) => [field, { type: code, message: '' }]),
    ]
    return { values: {}, errors: toNestErrors(Object.fromEntries(errors), options) }
  }
}
