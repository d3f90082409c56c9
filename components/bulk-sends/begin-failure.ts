import { ApiError } from '@/lib/api-client/call-api'

/** Why nothing was sent, or may not have been. `total`: how many leads there are now, where that is the reason. */
export type BeginFailure = { kind: 'changed' | 'tooMany' | 'noAnswer'; total?: number }

/** What to say of an error; `null` where there is none. */
export function beginFailure(error: Error | null): BeginFailure | null {
  if (error === null) return null
  if (!(error instanceof ApiError)) return { kind: 'noAnswer' }
  const { code, total } = error.refusal
  if (code === 'set_changed' && total !== undefined) return { kind: 'changed', total }
  return { kind: code === 'too_many' ? 'tooMany' : 'noAnswer' }
}
