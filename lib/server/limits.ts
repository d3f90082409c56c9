import type { Identity } from '@/lib/auth/identity'
import {
  type CountedRefusal,
  intakeLimits,
  refusalLimits,
  type SignInAttempt,
  signInLimits,
} from '@/lib/rate-limit/limits'
import type { LimitState, RateLimiter } from '@/lib/rate-limit/rate-limit'

/**
 * The limits on callers. In the open sandbox there are none.
 * @param perAddress requests a minute that one address may make to the API for systems
 */
export function createLimits(limiter: RateLimiter, perAddress: number) {
  return {
    /** Counts a request of a system; `null` is a caller that nobody knows. */
    async intake(identity: Identity | null, address: string): Promise<LimitState[]> {
      if (identity?.kind === 'open') return []
      const key = identity?.kind === 'key' ? identity : null
      return limiter.take(intakeLimits(perAddress, { address, key }))
    },
    /** Counts an attempt to sign in, before it is known whether it is right. */
    signIn: (attempt: SignInAttempt): Promise<LimitState[]> => limiter.take(signInLimits(attempt)),
    /** Counts a refusal that is to be recorded. */
    refusal: (refused: CountedRefusal): Promise<LimitState[]> => limiter.take(refusalLimits(refused)),
  }
}
