const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds to wait after the first attempt, the second, and so on; past the end a lead has `failed`. */
export const retryDelays = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  1 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
] as const

/** The longest `Retry-After` that is honoured, in ms. */
export const longestRetryAfter = hour

const jitter = 0.2

/**
 * In how many ms the next attempt is due after `attemptsMade` attempts (1 or more), or `null` when it is time to give up.
 *
 * Up to a fifth is added at random, so that leads that failed together do not come back together.
 * A `Retry-After` (ms) makes the wait longer, never shorter.
 */
export function nextAttemptDelay(options: {
  attemptsMade: number
  retryAfterMs: number | null
  random: () => number
}): number | null {
  const delay = retryDelays[options.attemptsMade - 1]
  if (delay === undefined) return null
  const asked = Math.min(options.retryAfterMs ?? 0, longestRetryAfter)
  return Math.round(Math.max(delay, asked) * (1 + jitter * options.random()))
}
