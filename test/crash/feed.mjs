import { setTimeout as delay } from 'node:timers/promises'
import { storeLead } from './store-leads.mjs'

const customers = Array.from({ length: 10 }, (_, number) => `KUND${number + 10}`)
/** In ms: two feeds make most of what the limits let through. */
const between = 300

/**
 * Stores leads at one instance, one after the other, until it is stopped.
 * @param {string} address of the server
 * @param {string} name what the leads' names begin with
 */
export function startFeeding(address, name) {
  let isStopped = false
  const run = async () => {
    /** @type {import('./store-leads.mjs').StoredLead[]} */
    const leads = []
    while (!isStopped) {
      const number = leads.length
      const customerId = customers[number % customers.length] ?? ''
      leads.push(await storeLead(address, { lastName: `${name}${number}`, customerId }, () => isStopped))
      await delay(between)
    }
    return leads
  }
  const running = run()
  return {
    stop: () => {
      isStopped = true
      return running
    },
  }
}
