/**
 * A limit on how often a caller may ask: `quota` requests in `windowS` seconds. All of it may be spent at once;
 * it comes back evenly, one request every `windowS / quota` seconds.
 */
export type Limit = {
  /** Which limit it is, as callers read it in headers: `key`, `address`. */
  name: string
  /** Whose it is: a key's id, an address. Stored as a hash only. */
  of: string
  quota: number
  windowS: number
}

/** How a limit stands after a request. `waitS`: seconds until it has one left again; `null` where it had one. */
export type LimitState = { limit: Limit; remaining: number; resetS: number; waitS: number | null }

/** Counts requests in the database, so that the limits hold over all instances. */
export type RateLimiter = {
  /**
   * Takes one request from each limit if all have one left, else from none. So a request that a narrow limit refuses
   * spends nothing of those that its caller shares with others.
   */
  take(limits: Limit[]): Promise<LimitState[]>
  /** How a limit stands, without taking anything from it. */
  look(limit: Limit): Promise<LimitState>
}

/** Seconds that one request spends; in whole microseconds, as the database counts, so that `quota` of them fit. */
export function stepS({ quota, windowS }: Limit): number {
  return Math.floor((windowS * 1e6) / quota) / 1e6
}

/** What a caller is told of a limit of which `spentS` seconds are spent. */
export function limitState(
  limit: Limit,
  { spentS, isFull }: { spentS: number; isFull: boolean },
): LimitState {
  const step = stepS(limit)
  const rounding = 1e-6
  return {
    limit,
    remaining: isFull ? 0 : Math.max(0, Math.floor((limit.windowS - spentS + rounding) / step)),
    resetS: Math.max(0, Math.ceil(spentS)),
    waitS: isFull ? Math.max(1, Math.ceil(spentS + step - limit.windowS)) : null,
  }
}
