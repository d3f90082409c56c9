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
export type StandStillWatch = { end: () => boolean }

/**
 * Sees that this process was stopped for a quarter of a second or longer, from now on and for `forMs` at most: a timer of its
 * own should have looked meanwhile. One that computes for as long is not stopped; nor is one that waits for others, whose
 * timer goes on.
 */
export function watchForStandStill(forMs: number, clocks: StandStillClocks = machineClocks): StandStillWatch {
  const read = () => ({ at: clocks.monotonicMs(), cpu: clocks.cpuMs() })
  const began = read()
  let last = began
  let stood = false
  const look = () => {
    const now = read()
    const passed = now.at - last.at
    stood ||= passed >= gap && now.cpu - last.cpu < passed * computed
    last = now
    if (now.at - began.at > forMs) clearInterval(timer)
  }
  const timer = setInterval(look, between).unref()
  return {
    end() {
      look()
      clearInterval(timer)
      return stood
    },
  }
}
