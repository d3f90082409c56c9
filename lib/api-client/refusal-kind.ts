import { ApiError } from './call-api'

/** Why a request did not go through, as far as the person should do different things about it. */
export const refusalKinds = [
  'signed_out',
  'other_person',
  'forbidden',
  'foreign_page',
  'conflict',
  'too_large',
  'invalid',
  'rate_limited',
  'unavailable',
  'no_network',
] as const
export type RefusalKind = (typeof refusalKinds)[number]

const byStatus: Record<number, RefusalKind> = {
  401: 'signed_out',
  403: 'forbidden',
  409: 'conflict',
  413: 'too_large',
  422: 'invalid',
  429: 'rate_limited',
  503: 'unavailable',
}

/**
 * What kind of no an error is; `null` where it is unknown what became of the call: no answer, or one that is not ours.
 * `isOnline`: whether the browser has a network at all.
 */
export function refusalKind(
  error: unknown,
  isOnline = globalThis.navigator?.onLine ?? true,
): RefusalKind | null {
  if (!(error instanceof ApiError)) return null
  const { status, refusal } = error
  if (status === null) return isOnline ? null : 'no_network'
  if (refusal.code === 'other_person' || refusal.code === 'foreign_page') return refusal.code
  // A proxy has limits of its own, and says so in its own way; what else it says tells nothing of us.
  if (refusal.code === 'unreadable' && status !== 413 && status !== 429) return null
  return byStatus[status] ?? null
}
