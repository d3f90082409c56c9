import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import { fieldErrors } from '@/lib/lead/field-error'

/**
 * The value as the schema makes of it.
 * @throws {AppError} `invalid_fields` with all field errors at once.
 */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = fieldErrors(parsed.error)
  const fields = errors.length === 1 ? '1 field is wrong' : `${errors.length} fields are wrong`
  throw new AppError('invalid_fields', `${fields}; see errors.`, { errors })
}
