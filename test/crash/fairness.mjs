import { setTimeout as delay } from 'node:timers/promises'
import { monotonicMs } from './monotonic.mjs'
import { onStage, startPlainStandIn } from './stage.mjs'
import { storeLeads } from './store-leads.mjs'

const goodCustomers = Array.from({ length: 10 }, (_, number) => `KUND${number + 10}`)
const goodLeads = 50
const hangingLeads = 100
/** In ms: within this each good lead has to be at Vitec, and so long one that is not is waited for. */
const limit = 10_000
const patience = 60_000

/**
 * One customer's leads are all answered with an error, another's are never answered; a few leads of others come last. They
 * have to be at Vitec as if they were alone.
 * @param {{ leads: number }} options leads: of the customer that is answered with an error
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runFairness({ leads }) {
  const settings = { VITEC_TIMEOUT_S: '5' }
  return onStage({ startVitec: startPlainStandIn, settings }, async ({ standIn, start }) => {
    const server = await start()
    const store = (/** @type {string} */ name, /** @type {number} */ of, /** @type {string[]} */ customers) =>
      storeLeads({ addresses: [server.address], leads: of, name, customers })
    await store('Fel', leads, ['FAILS1'])
    await store('Tyst', hangingLeads, ['HANGS1'])
    const began = monotonicMs()
    const good = await store('Bra', goodLeads, goodCustomers)
    const { arrivals, tooLate, longest } = await untilArrived(standIn, good)
    const of = (/** @type {string} */ name) =>
      arrivals.filter(({ lastName, at }) => lastName.startsWith(name) && at >= began).length
    return [
      { what: 'leads answered with an error, before', count: leads },
      { what: 'leads never answered, before', count: hangingLeads },
      { what: 'good leads', count: good.length },
      { what: 'ms until the last of them was stored', count: ms(monotonicOf(good) - began) },
      { what: 'ms from stored to arrived at Vitec, at the most', count: ms(longest) },
      { what: `  of them after more than ${limit}, or never`, count: tooLate, mustBeZero: true },
      { what: 'arrivals of the customer with errors, meanwhile', count: of('Fel') },
      { what: 'arrivals of the customer without answers, meanwhile', count: of('Tyst') },
    ]
  })
}

const ms = Math.round

const monotonicOf = (/** @type {import('./store-leads.mjs').StoredLead[]} */ leads) =>
  Math.max(...leads.map(({ storedAt }) => storedAt))

async function untilArrived(
  /** @type {ReturnType<typeof startPlainStandIn> extends Promise<infer StandIn> ? StandIn : never} */ standIn,
  /** @type {import('./store-leads.mjs').StoredLead[]} */ leads,
) {
  const deadline = monotonicMs() + patience
  for (;;) {
    const { arrivals } = await standIn.memory()
    const first = new Map(arrivals.toReversed().map(({ lastName, at }) => [lastName, at]))
    const waits = leads.map(({ lastName, storedAt }) => (first.get(lastName) ?? Number.NaN) - storedAt)
    if (waits.every((wait) => wait >= Number.NEGATIVE_INFINITY) || monotonicMs() > deadline) {
      const arrived = waits.filter((wait) => !Number.isNaN(wait))
      const onTime = arrived.filter((wait) => wait <= limit).length
      return { arrivals, tooLate: leads.length - onTime, longest: Math.max(0, ...arrived) }
    }
    await delay(500)
  }
}
