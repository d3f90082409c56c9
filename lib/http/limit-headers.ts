import type { LimitState } from '@/lib/rate-limits/rate-limit'

/**
 * The headers `RateLimit-Policy` and `RateLimit` of the IETF's draft: for each limit its quota `q` in a window of `w`
 * seconds; how many requests remain (`r`), and in how many seconds (`t`) the whole quota is back.
 */
export function limitHeaders(states: LimitState[]): [name: string, value: string][] {
  if (states.length === 0) return []
  const policies = states.map(({ limit }) => `"${limit.name}";q=${limit.quota};w=${limit.windowS}`)
  const stands = states.map(({ limit, remaining, resetS }) => `"${limit.name}";r=${remaining};t=${resetS}`)
  return [
    ['RateLimit-Policy', policies.join(', ')],
    ['RateLimit', stands.join(', ')],
  ]
}
