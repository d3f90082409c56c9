import { uptime } from 'node:os'

/** Three ways to tell how much time has gone, in ms. None of them is right about every way to stand still. */
export type Clocks = {
  /** Does not count a machine's sleep everywhere. */
  monotonicMs: () => number
  /** Counts it, in steps of 10 ms, of whole seconds on some systems. */
  uptimeMs: () => number
  /** May be set. */
  wallMs: () => number
  /** Absent: standing still is not watched for. */
  watch?: (forMs: number) => StandStillWatch
}

/** The right to send an attempt that was claimed, for as long as no other instance can have taken it for given up. */
export type Lease = { holds: () => boolean }

export const leaseMs = 2_000

/** Two clocks that are further apart than this, or one that went back as far, cannot be believed. */
const apartMs = 1_000

/** Between two looks, in ms. */
const between = 50
/** A gap of so many ms in which next to nothing was computed: the process was stopped, and not busy or kept waiting. */
const gap = 250
const computed = 0.05

type StandStillClocks = { monotonicMs: () => number; cpuMs: () => number }

const machineClocks: StandStillClocks = {
  monotonicMs: () => performance.now(),
  cpuMs: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  },
}

/** Looks out for this process standing still. `end` looks once more, and says whether it did since the beginning. */
type StandStillWatch = { end: () => boolean }

/**
 * Sees that this process was stopped for a quarter of a second or longer: a timer should have looked meanwhile. One that computes
 * for as long is not stopped; nor is one that waits for others, whose timer goes on. All that is under way has one timer, which
 * ends when nothing is; asking how much was computed costs more than the rest of a lease.
 * @returns watches from now on, and for `forMs` at most
 */
export function createStandStillWatch(clocks: StandStillClocks = machineClocks) {
  const read = () => ({ at: clocks.monotonicMs(), cpu: clocks.cpuMs() })
  let last = { at: Number.NEGATIVE_INFINITY, cpu: 0 }
  let until = last.at
  let times = 0
  let timer: NodeJS.Timeout | undefined
  const look = () => {
    const now = read()
    const passed = now.at - last.at
    if (passed >= gap && now.cpu - last.cpu < passed * computed) times += 1
    last = now
    if (now.at > until) clearInterval(timer)
  }
  const lookWhereLate = (at: number) => {
    if (at - last.at >= gap) look()
  }
  return (forMs: number): StandStillWatch => {
    const at = clocks.monotonicMs()
    if (at > until) {
      clearInterval(timer)
      timer = setInterval(look, between).unref()
      last = read()
    } else lookWhereLate(at)
    until = Math.max(until, at + forMs)
    const before = times
    return {
      end() {
        lookWhereLate(clocks.monotonicMs())
        return times > before
      },
    }
  }
}

const ownClocks: Clocks = {
  monotonicMs: () => performance.now(),
  uptimeMs: () => uptime() * 1_000,
  wallMs: () => Date.now(),
  watch: createStandStillWatch(),
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
