const minute = 60_000

/** The first time soon after the start, in ms: a restart is when most is left behind. */
const firstAfter = 3_000

/**
 * Runs soon, then every minute until stopped; never twice at once. A run that fails is told to `onError`; the next
 * one tries again.
 */
export function startSweeping(
  run: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { stop(): void } {
  let busy = false
  const sweep = () => {
    if (busy) return
    busy = true
    run()
      .catch(onError)
      .finally(() => {
        busy = false
      })
  }
  const first = setTimeout(sweep, firstAfter)
  const timer = setInterval(sweep, minute)
  first.unref()
  timer.unref()
  return {
    stop() {
      clearTimeout(first)
      clearInterval(timer)
    },
  }
}
