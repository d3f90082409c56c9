import { z } from 'zod'
import { type FieldErrorCode, type FieldErrorParams, fieldErrorCodeSchema } from './field-error-code'
import { fieldErrorMessage } from './field-error-message'

/**
 * One wrong field. `field` is its dotted wire path (`person.phone`; `body` for the request as a whole),
 * `message` English for callers of the API, `params` what a translation of `code` needs.
 */
export type FieldError = {
  field: string
  code: FieldErrorCode
  message: string
  params?: FieldErrorParams
}

/** Every wrong field of a request that did not parse, once each, with the first thing that is wrong with it. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = new Map<string, FieldError>()
  for (const issue of error.issues) {
    const field = issue.path.length === 0 ? 'body' : issue.path.join('.')
    if (!errors.has(field)) errors.set(field, fieldError(field, issue))
  }
  return [...errors.values()]
}

function fieldError(field: string, issue: z.core.$ZodIssue): FieldError {
  const code = fieldErrorCodeSchema.catch('invalid').parse(issue.message)
  const params = code === 'required' ? {} : issueParams(issue)
  const message = fieldErrorMessage(code, params)
  return Object.keys(params).length === 0 ? { field, code, message } : { field, code, message, params }
}

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

function issueParams(issue: z.core.$ZodIssue): FieldErrorParams {
  switch (issue.code) {
    case 'too_big':
      return { max: Number(issue.maximum) }
    case 'too_small':
      return { min: Number(issue.minimum) }
    case 'invalid_value':
      return { allowed: issue.values.map(String).join(', ') }
    case 'custom':
      return paramsSchema.parse(issue.params ?? {})
    default:
      return {}
  }
}
