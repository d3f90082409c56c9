import type { ApiError, Refusal } from '@/lib/api-client/call-api'
import { type RefusalKind, refusalKind } from '@/lib/api-client/refusal-kind'
import { isOfForm } from './show-field-errors'

/** Why a form is still here after it was sent. */
export type SendFailure =
  /** What would be sent is not what was shown. */
  | { kind: 'message_changed'; message: string }
  /** The server found wrong what the page did not. */
  | { kind: 'fields'; errors: Refusal['errors'] }
  /** Said no before anything was stored; but `unavailable`, which does not know. */
  | { kind: Exclude<RefusalKind, 'no_network'> }
  /** No answer, none of ours, or the first sending is still under way: the lead may have been taken in. */
  | { kind: 'no_answer' | 'no_network' }

/** What a failed call means for somebody who wanted to send a lead. */
export function sendFailure(error: ApiError): SendFailure {
  const { refusal } = error
  if (refusal.leadMessage !== undefined) return { kind: 'message_changed', message: refusal.leadMessage }
  if (refusal.errors.some(isOfForm)) return { kind: 'fields', errors: refusal.errors }
  const kind = refusal.code === 'key_in_flight' ? null : refusalKind(error)
  return { kind: kind ?? 'no_answer' }
}
