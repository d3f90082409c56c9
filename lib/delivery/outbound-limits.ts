/** What Vitec is spared, over all instances together: it publishes no limit, and is known to block who hammers it. */
export type OutboundLimits = {
  /** Attempts under way at the same time. */
  atOnce: number
  /** Attempts sent in a second, evenly. */
  perSecond: number
  /**
   * How long an attempt has its place by the database's clock, in ms: longer than its own time limit. From then on its process
   * must be gone, and its lead is in doubt.
   */
  slotMs: number
  /** Customers whose id begins so say nothing of Vitec, and are held for nothing; `null`: there are none. */
  magicPrefix: string | null
}
