import { constants } from 'node:os'
import { say } from './say.mjs'

/** How long what is under way may take to finish once the end was asked for. */
const deadlineMs = 10_000

/**
 * @typedef {object} Shutdown
 * @property {(stop: (deadlineMs: number) => Promise<unknown>) => () => void} before has something done before
 *   the process ends, last added first; answers how to take it back
 * @property {() => boolean} begun
 * @property {() => void} serving from now on, being asked to end is a success
 * @property {(reason: string, code: number) => Promise<void>} begin
 */

/**
 * Ends the process in an orderly way when it is asked to (Ctrl+C, SIGTERM, a closed terminal, the end of the
 * npm that started it): within ten seconds, or at once when asked again.
 * @param {(code: number) => unknown} [exit]
 * @param {import('node:events').EventEmitter} [signals]
 * @returns {Shutdown}
 */
export function watchForShutdown(exit = process.exit, signals = process) {
  /** @type {Set<(deadlineMs: number) => Promise<unknown>>} */
  const stops = new Set()
  let begun = false
  let serving = false

  /** @type {Shutdown['begin']} */
  async function begin(reason, code) {
    begun = true
    say(`Stopping (${reason})`, { reason, msg: 'Stopping' })
    const deadline = Date.now() + deadlineMs
    setTimeout(() => {
      const words = `Not everything ended within ${deadlineMs / 1000} s: stopping anyway`
      say(words, { msg: words }, 'error')
      exit(1)
    }, deadlineMs).unref()
    let failed = false
    for (const stop of [...stops].reverse()) {
      await stop(deadline - Date.now()).catch((error) => {
        failed = true
        const { name, code, message } = error
        say(`While stopping: ${message}`, { error: name, code, msg: 'a fault while stopping' }, 'error')
      })
    }
    exit(failed ? 1 : serving ? 0 : code)
  }

  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    const code = 128 + constants.signals[signal]
    signals.on(signal, () => (begun ? exit(code) : begin(signal, code)))
  }
  return {
    before: (stop) => {
      stops.add(stop)
      return () => stops.delete(stop)
    },
    begun: () => begun,
    serving: () => {
      serving = true
    },
    begin,
  }
}
