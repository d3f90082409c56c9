import { uptime } from 'node:os'
import { type StandStillWatch, watchForStandStill } from './stand-still'

/** Three ways to tell how much time has gone, in ms. None of them is right about every way to stand still. */
export type Clocks = {
  /** Does not count a machine's sleep everywhere. */
  monotonicMs: () => number
  /** Counts it, in steps of 10 ms, of whole seconds on some systems. */
  uptimeMs: () => number
  /** May be set. */
  wallMs: () => number
  /** Absent: nobody looks. */
  watch?: (forMs: number) => StandStillWatch
}

/** The right to send an attempt that was claimed, for as long as nobody else can have taken it for given up. */
export type Lease = { holds: () => boolean }

export const leaseMs = 2_000

/** Two clocks that are further apart than this, or one that went back as far, cannot be believed. */
const apartMs = 1_000

const ownClocks: Clocks = {
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * 1_000,
  wallMs: () => Date.now(),
  watch: watchForStandStill,
}

/**
 * Begins when the claim is asked for: what the database takes to answer counts. In doubt it does not hold; nor where the
 * process was stopped meanwhile, for however short: its moment is past, and others have theirs.
 */
export function beginLease(clocks: Clocks = ownClocks, lengthMs = leaseMs): Lease {
  const read = () => [clocks.monotonicMs(), clocks.uptimeMs(), clocks.wallMs()]
  const began = read()
  const watch = clocks.watch?.(lengthMs)
  return {
    holds() {
      const gone = read().map((now, clock) => now - (began[clock] ?? Number.NaN))
      const [least, most] = [Math.min(...gone), Math.max(...gone)]
      return !watch?.end() && most <= lengthMs && least >= -apartMs && most - least <= apartMs
    },
  }
}
