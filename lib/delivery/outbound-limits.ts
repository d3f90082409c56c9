/** What Vitec is spared, over all instances together: it publishes no limit, and is known to block who hammers it. */
export type OutboundLimits = {
  /** Attempts under way at the same time. */
  atOnce: number
  /** Attempts begun in any second. */
  perSecond: number
  /** The time limit of one attempt, in ms: one that is open for longer is nobody's any more. */
  timeoutMs: number
  /** Customers whose id begins so say nothing of Vitec, and do not trip its breaker; `null`: there are none. */
  magicPrefix: string | null
}

/** How long to wait where all places are taken and nobody knows when one is free, in ms. */
const busyWait = 100

/**
 * How long until an attempt may begin, in ms; 0: now.
 * @param open attempts under way
 * @param begun when the attempts of the last second began, in any order
 */
export function waitForPlace(
  { atOnce, perSecond }: Pick<OutboundLimits, 'atOnce' | 'perSecond'>,
  { open, begun }: { open: number; begun: Date[] },
  now: Date,
): number {
  if (open >= atOnce) return busyWait
  if (begun.length < perSecond) return 0
  const times = begun.map((time) => time.getTime()).sort((a, b) => b - a)
  // When this one is a second old, fewer than `perSecond` are younger.
  const leaving = times[perSecond - 1] ?? now.getTime()
  return Math.max(leaving + 1000 - now.getTime(), 1)
}
