import { setTimeout as delay } from 'node:timers/promises'

/** In ms: a connection to Vitec is made, and a request written, in less. */
const sendingTime = 4
/** In ms: at any moment of what a lead takes. */
const anyMoment = 400
/** In ms: where nothing is claimed, it is stopped all the same. */
const longestWait = 15_000

/** When a process is stopped: before it knows of its claim, while it sends, or whenever. */
export const moments = /** @type {const} */ (['claimed', 'sending', 'whenever'])

/**
 * Stops a process at the moments that count.
 * @param {Pick<import('../e2e/start-server.mjs').Server, 'hang'>} server
 * @param {import('../test/random.mjs').Random} random
 */
export function stopperAtClaims(server, random) {
  /** @type {((handOn: () => void) => void) | null} */
  let next = null
  return {
    /** What a claim's answer passes by; see claim-proxy.mjs. */
    onClaim: (/** @type {() => void} */ handOn) => {
      const stop = next
      next = null
      if (stop) stop(handOn)
      else handOn()
    },
    /** Resolves when the process stands still. */
    async stopAt(/** @type {typeof moments[number]} */ moment) {
      if (moment === 'whenever') await delay(random.below(anyMoment))
      else await Promise.race([atClaim(moment), delay(longestWait)])
      next = null
      server.hang()
    },
  }

  function atClaim(/** @type {'claimed' | 'sending'} */ moment) {
    return new Promise((resolve) => {
      next = (handOn) => {
        if (moment === 'claimed') server.hang()
        handOn()
        if (moment === 'claimed') resolve(null)
        else setTimeout(resolve, random.below(sendingTime))
      }
    })
  }
}
