import { waits } from './waits'

/**
 * Runs soon, then again and again until stopped; never twice at once. A run that fails is told to `onError`; the next
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
  const first = setTimeout(sweep, waits().firstSweep)
  const timer = setInterval(sweep, waits().betweenSweeps)
  first.unref()
  timer.unref()
  return {
    stop() {
      clearTimeout(first)
      clearInterval(timer)
    },
  }
}
