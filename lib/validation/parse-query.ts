import type { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { FieldError, FieldErrorCode } from './field-error'
import { fieldErrorMessage, fieldErrors } from './field-error-message'
import { printable } from './plain-text'

/** So many that are not known are named, and so much of each. */
const [mostUnknown, longestName] = [20, 60]

/**
 * What the parameters of an address ask for. One that is not known, or that is given twice, is refused: who mistypes the
 * name of a filter would take everything for what it lets through.
 * @throws {AppError} `invalid_fields` with all that is wrong at once
 */
export function parseQuery<T extends z.ZodObject>(schema: T, parameters: URLSearchParams): z.output<T> {
  const known = Object.keys(schema.shape)
  const names = [...new Set(parameters.keys())]
  const unknown = names.filter((name) => !known.includes(name)).slice(0, mostUnknown)
  const repeated = names.filter((name) => known.includes(name) && parameters.getAll(name).length > 1)
  const parsed = schema.safeParse(Object.fromEntries(parameters))
  const errors = [
    ...unknown.map((name) =>
      wrong(printable(name.slice(0, longestName)), 'unknown_parameter', { allowed: known.join(', ') }),
    ),
    ...repeated.map((name) => wrong(name, 'repeated', {})),
    ...(parsed.success ? [] : fieldErrors(parsed.error)),
  ]
  if (parsed.success && errors.length === 0) return parsed.data
  const parts = errors.length === 1 ? '1 parameter is wrong' : `${errors.length} parameters are wrong`
  throw new AppError('invalid_fields', `${parts}; see errors.`, { errors })
}

const wrong = (field: string, code: FieldErrorCode, params: Record<string, string>): FieldError => ({
  ...{ field, code, message: fieldErrorMessage(code, params) },
  ...(Object.keys(params).length > 0 && { params }),
})
