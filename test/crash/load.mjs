import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { monotonicMs } from './monotonic.mjs'

/** In ms. */
const pauseBetweenLeads = 20
const pauseAfterTrouble = 250

/** Of a hundred leads; the rest go to an ordinary customer. */
const magicCustomers = { 'SANDBOX-LOST': 4, 'SANDBOX-400': 4, 'SANDBOX-TIMEOUT': 1 }

/**
 * One lead as its caller saw it.
 * @typedef {object} SentLead
 * @property {string} lastName no two leads have the same
 * @property {string | null} key with a key the caller repeats what was not answered; without one it does not dare to
 * @property {string | null} id what the answer said, if there was one with an id
 * @property {string | null} status
 * @property {number} cutOff requests that broke off without an answer
 * @property {number} turnedAway requests that were answered with 503
 * @property {{ at: number, ms: number }[]} refusals when they were asked, see monotonic.mjs, and how long they took
 */

/**
 * Callers that send leads without a pause, whatever happens to the server, as real callers do.
 * @param {{ addresses: string[], callers: number, most?: number, random: import('../run/random.mjs').Random }} options
 *   addresses: of the instances, taken in turn
 * @returns {{ leads: SentLead[], ended: Promise<unknown>, stop: () => Promise<unknown> }} ended: when `most` are sent
 */
export function startLoad({ addresses, callers, most = Number.POSITIVE_INFINITY, random }) {
  /** @type {SentLead[]} */
  const leads = []
  let stopped = false

  const call = async (/** @type {number} */ caller) => {
    while (!stopped && leads.length < most) {
      const number = leads.length
      const lead = newLead(number)
      leads.push(lead)
      const isWaiting = number % 5 > 0
      await send(addresses[(number + caller) % addresses.length] ?? '', lead, isWaiting)
      await delay(random.below(pauseBetweenLeads))
    }
  }
  const ended = Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  return {
    leads,
    ended,
    stop: () => {
      stopped = true
      return ended
    },
  }
}

/** @returns {SentLead} */
function newLead(/** @type {number} */ number) {
  const key = number % 2 === 0 ? randomUUID() : null
  return {
    lastName: `Crash${number}`,
    key,
    id: null,
    status: null,
    cutOff: 0,
    turnedAway: 0,
    refusals: [],
  }
}

/** Until it is answered, if it has a key. A key that is in flight elsewhere is asked for again. */
async function send(
  /** @type {string} */ address,
  /** @type {SentLead} */ lead,
  /** @type {boolean} */ isWaiting,
) {
  do {
    const began = monotonicMs()
    const answer = await post(address, lead, isWaiting)
    if (answer === null) lead.cutOff += 1
    else if (answer.status === 503) {
      lead.turnedAway += 1
      lead.refusals.push({ at: began, ms: monotonicMs() - began })
    } else if (answer.status !== 409) return Object.assign(lead, await said(answer))
    await delay(pauseAfterTrouble)
  } while (lead.key)
}

async function post(
  /** @type {string} */ address,
  /** @type {SentLead} */ lead,
  /** @type {boolean} */ isWaiting,
) {
  const headers = {
    'Content-Type': 'application/json',
    ...(lead.key && { 'Idempotency-Key': lead.key }),
    ...(!isWaiting && { Prefer: 'respond-async' }),
  }
  const { lastName } = lead
  const customerId = customerOf(Number(lastName.replace(/\D/g, '')))
  const body = JSON.stringify(leadBody({ lastName, customerId }))
  try {
    return await fetch(`${address}/api/lead`, { method: 'POST', headers, body })
  } catch {
    return null
  }
}

/** An answer whose body breaks off has told its caller nothing. */
async function said(/** @type {Response} */ answer) {
  const { id, status } = await answer.json().catch(() => ({}))
  return { id: id ?? null, status: status ?? null }
}

/** The same each time for the same lead: a body must not change under its key. */
function customerOf(/** @type {number} */ number) {
  let place = (number * 37) % 100
  for (const [customer, share] of Object.entries(magicCustomers)) {
    if (place < share) return customer
    place -= share
  }
  return 'ABC123'
}

/**
 * What a caller sends of a lead: all alike but for the name, by which each is found again, and its customer.
 * @param {{ lastName: string, customerId: string }} lead
 */
export function leadBody({ lastName, customerId }) {
  return {
    customer: { customer_id: customerId, lead_id: 'LEAD456' },
    person: {
      first_name: 'Erik',
      last_name: lastName,
      email: 'erik.andersson@example.com',
      phone: '+46701234567',
      address: 'Storgatan 12',
    },
    property: { valuation: 5_500_000, property_sub_type: 'SingleFamilyResidence' },
  }
}
