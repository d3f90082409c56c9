import { seededRandom } from '../run/random.mjs'
import { testSeed } from '../run/seed.mjs'
import { drainRate, mostWithin } from './arrival-rates.mjs'
import { pauseAtTimes } from './pause-at-times.mjs'
import { readLog } from './read-log.mjs'
import { onStage } from './stage.mjs'
import { startPlainStandIn } from './start-stand-in.mjs'
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
    const ahead = await start({ preload: ['set-clock'] })
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
