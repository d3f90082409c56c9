import type { ApiError, Refusal } from '@/lib/http/api-error'

/** Why a form is still here after it was sent. */
export type SendFailure =
  /** What would be sent is not what was shown. */
  | { kind: 'message_changed'; message: string }
  /** The server found wrong what the page did not. */
  | { kind: 'fields'; errors: Refusal['errors'] }
  /** Said no before anything was stored. */
  | { kind: 'not_taken' }
  /** No answer, none of ours, or the first sending is still under way: the lead may have been taken in. */
  | { kind: 'no_answer' }

/** What a failed call means for somebody who wanted to send a lead. */
export function sendFailure({ status, refusal }: ApiError): SendFailure {
  if (refusal.leadMessage !== undefined) return { kind: 'message_changed', message: refusal.leadMessage }
  if (refusal.errors.length > 0) return { kind: 'fields', errors: refusal.errors }
  const unsettled = status === null || refusal.code === 'unreadable' || refusal.code === 'key_in_flight'
  return unsettled ? { kind: 'no_answer' } : { kind: 'not_taken' }
}
