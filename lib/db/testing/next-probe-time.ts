const minute = 60_000

/** The shortest and the longest time between two probes of a paused customer, in ms. */
const shortest = 5 * minute
const longest = 6 * 60 * minute

/**
 * When one of a paused customer's leads is sent next, to see whether the cause is gone: the wait is as long again as
 * the pause has lasted, because Vitec is known to block who hammers it with wrong credentials.
 */
export function nextProbeTime(since: Date, now: Date): Date {
  const lasted = now.getTime() - since.getTime()
  return new Date(now.getTime() + Math.min(Math.max(lasted, shortest), longest))
}
