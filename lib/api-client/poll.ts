/** In ms between two questions: while things change, and at most where they do not. */
export const soonest = 7_000
export const latest = 30_000

/** How much longer each wait is in which nothing changed. */
const backOff = 1.5

export type Poll = { wake: () => void; stop: () => void }

/**
 * Asks again and again, less often while nothing changes, and not at all while nobody looks. `ask` says whether something
 * had changed; one that fails counts as no. However often it is woken, two questions are `soonest` apart.
 */
export function startPoll(ask: () => Promise<boolean>, isHidden: () => boolean): Poll {
  let wait = soonest
  let askedAt = performance.now()
  let isAsking = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout>

  function plan(ms: number): void {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void run(), ms)
  }
  async function run(): Promise<void> {
    if (isHidden()) return
    isAsking = true
    askedAt = performance.now()
    const hasChanged = await ask().catch(() => false)
    isAsking = false
    wait = hasChanged ? soonest : Math.min(wait * backOff, latest)
    plan(wait)
  }
  plan(wait)
  return {
    /** Somebody looks again, or has done something: asks as soon as it may. */
    wake() {
      wait = soonest
      if (!isAsking) plan(Math.max(0, askedAt + soonest - performance.now()))
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
