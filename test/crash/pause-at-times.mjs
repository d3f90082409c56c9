import { setTimeout as delay } from 'node:timers/promises'

/** In ms. */
const between = { least: 4_000, more: 8_000 }
const length = { least: 300, more: 2_700 }

/**
 * Stops a process now and then for a moment, as a machine that is short of memory or moved to another does.
 * @param {Pick<import('../e2e/start-server.mjs').Server, 'hang' | 'goOn'>} server
 * @param {import('../run/random.mjs').Random} random
 * @returns {{ stop: () => Promise<{ pauses: number, ms: number }> }} stop: ends it; how often and for how long it stood
 */
export function pauseAtTimes(server, random) {
  const ending = new AbortController()
  const wait = ({ least, more } = between) => {
    const ms = least + random.below(more)
    return delay(ms, ms, { signal: ending.signal }).catch(() => 0)
  }
  const run = async () => {
    const stood = { pauses: 0, ms: 0 }
    while ((await wait()) > 0) {
      server.hang()
      stood.ms += await wait(length)
      server.goOn()
      stood.pauses += 1
    }
    return stood
  }
  const running = run()
  return {
    stop: () => {
      ending.abort()
      return running
    },
  }
}
