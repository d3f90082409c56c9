import { leaseMs } from '@/lib/deliveries/lease'

/** How long the product waits before it looks after what was left behind, and what it holds that against, in ms. */
export type Waits = {
  /** From the start to the first look: a restart is when most is left behind. */
  firstSweep: number
  betweenSweeps: number
  /** How much longer than Vitec's time limit an attempt has its place; from then on its process must be gone. */
  abandonedMargin: number
  /** How long after its claim was asked for an attempt may still be sent. */
  lease: number
  /** How long a webhook's event is one process' own once it has claimed it. */
  receiverLease: number
  /** What the waits of the retry schedules are multiplied by. */
  retries: number
}

const usual: Waits = {
  firstSweep: 3_000,
  betweenSweeps: 60_000,
  abandonedMargin: 5_000,
  lease: leaseMs,
  receiverLease: 60_000,
  retries: 1,
}

declare global {
  /** Other waits, for tests that crash the product: given to its process before it starts, and by no setting. */
  var leadApiWaits: Partial<Waits> | undefined
}

export const waits = (): Waits => ({ ...usual, ...globalThis.leadApiWaits })
