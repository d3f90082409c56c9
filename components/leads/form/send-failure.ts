import type { ErrorOfForm } from '@/components/form/field-error-words'
import type { ApiError, Refusal } from '@/lib/api-client/call-api'
import { type RefusalKind, refusalKind } from '@/lib/api-client/refusal-kind'
import { formFields, type LeadFormValues } from './lead-form-values'

type LeadFormError = ErrorOfForm<LeadFormValues>

/** Why a form is still here after it was sent. */
export type SendFailure =
  /** What would be sent is not what was shown. */
  | { kind: 'message_changed'; message: string }
  /** Another lead has taken the place of the one that is mended. */
  | { kind: 'replaced'; by: string }
  /** The one that is mended may be at Vitec, and its writer has not said that it is not. */
  | { kind: 'in_doubt' }
  /** The server found wrong what the page did not. */
  | { kind: 'fields'; errors: LeadFormError[] }
  /** Said no before anything was stored; but `unavailable`, which does not know. */
  | { kind: Exclude<RefusalKind, 'no_network'> }
  /** No answer, none of ours, or the first sending is still under way: the lead may have been taken in. */
  | { kind: 'no_answer' | 'no_network' }

/** What a failed call means for the writer of a lead. */
export function sendFailure(error: ApiError): SendFailure {
  const { refusal } = error
  if (refusal.leadMessage !== undefined) return { kind: 'message_changed', message: refusal.leadMessage }
  if (refusal.code === 'replaced') return { kind: 'replaced', by: refusal.replacedBy ?? '' }
  if (refusal.code === 'in_doubt') return { kind: 'in_doubt' }
  const errors = refusal.errors.filter(isOfForm)
  if (errors.length > 0) return { kind: 'fields', errors }
  const kind = refusal.code === 'key_in_flight' ? null : refusalKind(error)
  return { kind: kind ?? 'no_answer' }
}

const fieldNames = new Set<string>(formFields)

/** Whether the form has the field that is wrong, so that it can be said there. */
function isOfForm(error: Refusal['errors'][number]): error is LeadFormError {
  return fieldNames.has(error.field)
}
