import { AppError, type ErrorCode } from '@/lib/errors'
import { readJson } from '@/lib/http/read-json'
import { type PersonLead, personLeadSchema } from '../person-lead'
import { modelState } from './model-state'
import { invalidFields, vitecError } from './vitec-error'

const statuses: Partial<Record<ErrorCode, number>> = {
  wrong_content_type: 415,
  body_too_large: 413,
  not_json: 400,
}

/** The lead in a request, held strictly to what Vitec documents, or the answer that refuses it. */
export async function readPersonLead(request: Request): Promise<PersonLead | Response> {
  const body = await readJson(request).catch(asRefusal)
  if (body instanceof Response) return body
  const parsed = personLeadSchema.safeParse(body.value, { reportInput: true })
  return parsed.success ? parsed.data : invalidFields(modelState(parsed.error))
}

function asRefusal(error: unknown): Response {
  const status = error instanceof AppError ? statuses[error.code] : undefined
  if (status === undefined || !(error instanceof AppError)) throw error
  return vitecError(status, error.message)
}
