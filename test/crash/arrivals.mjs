import { setTimeout as delay } from 'node:timers/promises'
import { seededRandom, testSeed } from '../run/random.mjs'
import { readLog } from '../support/product-records.mjs'
import { onStage, startPlainStandIn } from './stage.mjs'
import { storeLeads } from './store-leads.mjs'
import { verdict } from './verdict.mjs'

const customers = Array.from({ length: 20 }, (_, number) => `KUND${number + 10}`)
const clockAheadMs = 45_000

/** What the settings are where none are set, and one more: the last place of a second may be the first of the next. */
const limits = { inASecond: 11, inTenSeconds: 101, atOnce: 5, drain: 9 }
/** In ms, beyond what the leads take: one that was given back in a pause is sent again later. */
const timeForRetries = 60_000

/**
 * Two instances on one PostgreSQL deliver what was stored at both, within the limits that hold where none are set. The first
 * one's clock is ahead; the second stands still now and then. The limits are judged by when requests arrive at Vitec.
 * @param {{ leads: number, pauses?: boolean }} options
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runArrivals({ leads, pauses = true }) {
  const settings = { VITEC_TIMEOUT_S: '30' }
  return onStage({ startVitec: startPlainStandIn, settings }, async ({ standIn, database, start }) => {
    const ahead = await start({ takesOrders: true })
    ahead.tell({ clockAheadMs })
    const paused = await start()
    const addresses = [ahead.address, paused.address]
    const pausing = pauses ? pauseAtTimes(paused, seededRandom(testSeed)) : null
    const sent = await storeLeads({ addresses, leads, name: 'Ankomst', customers })
    await database.nothingWaits((leads / limits.drain) * 2_000 + timeForRetries)
    const stood = (await pausing?.stop()) ?? { pauses: 0, ms: 0 }

    const { arrivals, leads: atVitec, mostAtOnce } = await standIn.memory()
    const logged = await readLog(ahead.address)
    const givenBack = await database.count(`FROM delivery_attempt WHERE error_kind = 'lease'`)
    return [
      ...verdict({ sent, logged, atVitec }),
      { what: 'times that one instance stood still', count: stood.pauses },
      { what: '  ms of it, in all', count: stood.ms },
      { what: '  attempts given back after it, and made again later', count: givenBack },
      ...rates(
        arrivals.map(({ at }) => at),
        mostAtOnce,
      ),
    ]
  })
}

function rates(/** @type {number[]} */ times, /** @type {number} */ atOnce) {
  const drain = drainRate(times)
  return [
    ...bounded('arrivals in a second, at the most', mostWithin(times, 1_000), limits.inASecond),
    ...bounded('arrivals in ten seconds, at the most', mostWithin(times, 10_000), limits.inTenSeconds),
    ...bounded('requests that Vitec had at once, at the most', atOnce, limits.atOnce),
    { what: 'arrivals a second, from the first to the last', count: rounded(drain) },
    {
      what: `  too few to be ${limits.drain}`,
      count: rounded(Math.max(0, limits.drain - drain)),
      mustBeZero: /** @type {const} */ (true),
    },
  ]
}

function bounded(/** @type {string} */ what, /** @type {number} */ count, /** @type {number} */ limit) {
  const over = Math.max(0, count - limit)
  return [
    { what, count },
    { what: `  of them over ${limit}`, count: over, mustBeZero: /** @type {const} */ (true) },
  ]
}

const rounded = (/** @type {number} */ number) => Math.round(number * 100) / 100

/**
 * The most arrivals in any time of that length, wherever it begins; what is as far apart is not in it.
 * @param {number[]} times in ms, in any order
 * @param {number} lengthMs
 */
export function mostWithin(times, lengthMs) {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [at, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) >= lengthMs) first += 1
    most = Math.max(most, at - first + 1)
  }
  return most
}

/**
 * How many arrived in a second, from the first to the last.
 * @param {number[]} times in ms, in any order
 */
export function drainRate(times) {
  if (times.length < 2) return 0
  return ((times.length - 1) * 1_000) / (Math.max(...times) - Math.min(...times))
}

/** In ms. */
const between = { least: 4_000, more: 8_000 }
const length = { least: 300, more: 2_700 }

/**
 * Stops a process now and then for a moment, as a machine that is short of memory or moved to another does.
 * @param {Pick<import('../e2e/start-server.mjs').Server, 'hang' | 'goOn'>} server
 * @param {import('../run/random.mjs').Random} random
 * @returns {{ stop: () => Promise<{ pauses: number, ms: number }> }} stop: ends it; how often and for how long it stood
 */
function pauseAtTimes(server, random) {
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
