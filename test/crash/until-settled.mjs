import { setTimeout as delay } from 'node:timers/promises'
import { readLog } from './read-log.mjs'

/** In ms: a sweep a minute settles attempts that are older than their limit and half a minute. */
const settlingLimit = 180_000

/**
 * Waits until no lead waits any more, or for long enough that one which still does has been forgotten.
 * @param {string} address of the server
 */
export async function untilSettled(address) {
  const deadline = Date.now() + settlingLimit
  while (Date.now() < deadline) {
    if ((await readLog(address, 'pending')).length === 0) return
    await delay(1_000)
  }
}
