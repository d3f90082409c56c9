import { setTimeout as delay } from 'node:timers/promises'

/**
 * What a process of the product is told in a test, if it takes orders; see obey-orders.mjs.
 * @typedef {object} Order
 * @property {number} [clockAheadMs] how far its clock is ahead
 * @property {import('@/lib/deliveries/deliver-lead').Moment | null} [stopAt] at which moment of an attempt it tells the test
 * @property {boolean} [stands] whether it stands still there until it is stopped
 */

/** @typedef {import('../e2e/start-server.mjs').Server} Server */

/** When a process is stopped: as soon as a moment is there, while it sends and Vitec answers, or whenever. */
export const moments = /** @type {const} */ (['claimed', 'sending', 'answered', 'placed', 'whenever'])

/** In ms: the stand-in has answered within that. */
const sendingTime = 110
/** In ms: at any moment of what a lead takes. */
const anyMoment = 400
/** In ms: where no attempt is made, it is stopped all the same. */
const longestWait = 15_000

/**
 * Stops a process at a moment.
 * @param {Pick<Server, 'tell' | 'told' | 'hang'>} server that takes orders
 * @param {typeof moments[number]} moment
 * @param {import('../run/random.mjs').Random} random
 * @returns {Promise<boolean>} when it stands still; whether the moment came
 */
export async function stopAt(server, moment, random) {
  if (moment === 'whenever') {
    await delay(random.below(anyMoment))
    server.hang()
    return true
  }
  const isSending = moment === 'sending'
  const told = server.told(AbortSignal.timeout(longestWait))
  server.tell({ stopAt: isSending ? 'claimed' : moment, stands: !isSending })
  const came = await told
  if (!came) server.tell({ stopAt: null })
  if (isSending) await delay(random.below(sendingTime))
  server.hang()
  return came
}
