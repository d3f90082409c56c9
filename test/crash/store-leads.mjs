import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { leadBody } from './load.mjs'
import { monotonicMs } from './monotonic.mjs'

const pauseAfterTrouble = 250
const callers = 8

/**
 * @typedef {Omit<import('./load.mjs').SentLead, 'refusals'> & { customerId: string, storedAt: number }} StoredLead storedAt: when its caller
 *   knew; see monotonic.mjs
 */

/**
 * Stores one lead, without waiting for Vitec. As long as it is not answered it is repeated under its key, unless the caller
 * has enough.
 * @param {string} address of the server
 * @param {{ lastName: string, customerId: string }} lead
 * @param {() => boolean} [hasEnough]
 * @returns {Promise<StoredLead>}
 */
async function storeLead(address, lead, hasEnough = () => false) {
  const key = randomUUID()
  /** @type {StoredLead} */
  const stored = { ...lead, key, id: null, status: null, cutOff: 0, turnedAway: 0, storedAt: 0 }
  const headers = { 'Content-Type': 'application/json', Prefer: 'respond-async', 'Idempotency-Key': key }
  while (stored.id === null && !hasEnough()) {
    const answer = await post(address, headers, JSON.stringify(leadBody(lead)))
    if (answer === null) stored.cutOff += 1
    else if (answer.status === 503) stored.turnedAway += 1
    else if (answer.ok) Object.assign(stored, { ...answer.said, storedAt: monotonicMs() })
    else if (answer.status !== 409) throw new Error(`A lead was not stored: ${answer.status}`)
    if (stored.id === null) await delay(pauseAfterTrouble)
  }
  return stored
}

async function post(
  /** @type {string} */ address,
  /** @type {Record<string, string>} */ headers,
  /** @type {string} */ body,
) {
  try {
    const answer = await fetch(`${address}/api/lead`, { method: 'POST', headers, body })
    const { id = null, status = null } = await answer.json()
    return { ok: answer.ok, status: answer.status, said: { id, status } }
  } catch {
    return null
  }
}

/**
 * Stores so many leads, by several callers at once.
 * @param {{ addresses: string[], leads: number, name: string, customers: string[] }} options addresses: of the instances,
 *   taken in turn, as are the customers; name: what the leads' names begin with
 */
export async function storeLeads({ addresses, leads, name, customers }) {
  /** @type {StoredLead[]} */
  const stored = []
  let next = 0
  const call = async () => {
    while (next < leads) {
      const number = next++
      const lead = {
        lastName: `${name}${number}`,
        customerId: customers[number % customers.length] ?? '',
      }
      stored.push(await storeLead(addresses[number % addresses.length] ?? '', lead))
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  return stored
}

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
    /** @type {StoredLead[]} */
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
