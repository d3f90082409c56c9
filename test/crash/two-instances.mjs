import { shortWaits } from '../e2e/start-server.mjs'
import { seededRandom, testSeed } from '../run/random.mjs'
import { readLog, untilSettled } from '../support/product-records.mjs'
import { startLoad } from './load.mjs'
import { onStage, startStandIn } from './stage.mjs'
import { verdict } from './verdict.mjs'

const callers = 16
const mostAtOnce = 12

/**
 * Two instances of the product on one PostgreSQL take leads in turn, with faults at Vitec. Then two people press "send
 * again" on every refused lead, one at each instance, at the same time.
 * @param {{ leads: number }} options
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runTwoInstances({ leads }) {
  const settings = {
    VITEC_TIMEOUT_S: '2',
    VITEC_MAX_CONCURRENT: `${mostAtOnce}`,
    VITEC_MAX_PER_SECOND: '200',
  }
  const startVitec = () => startStandIn(testSeed)
  return onStage({ startVitec, settings, isDurable: false }, async ({ standIn, start }) => {
    const addresses = []
    for (let count = 0; count < 2; count++) addresses.push((await start({ waits: shortWaits })).address)
    const [first = '', second = ''] = addresses
    const load = startLoad({ addresses, callers, most: leads, random: seededRandom(testSeed) })
    await load.ended
    await untilSettled(first)
    const clicks = await sendRefusedAgain(first, second)
    await untilSettled(second)
    const { leads: atVitec, mostAtOnce: most } = await standIn.memory()
    return [
      ...verdict({ sent: load.leads, logged: await readLog(first), atVitec }),
      { what: 'refused leads that two people sent again at once', count: clicks.leads },
      { what: 'attempts too many, of those', count: clicks.extra, mustBeZero: true },
      { what: 'requests that Vitec had at once, at the most', count: most },
      {
        what: `of them over the limit of ${mostAtOnce}`,
        count: Math.max(0, most - mostAtOnce),
        mustBeZero: true,
      },
    ]
  })
}

/**
 * @returns {Promise<{ leads: number, extra: number }>} extra: attempts made for a second press. What the schedule makes
 *   after an attempt that Vitec did not take is not of a press.
 */
async function sendRefusedAgain(/** @type {string} */ first, /** @type {string} */ second) {
  const refused = await readLog(first, 'rejected')
  const sentAgain = await Promise.all(refused.map(({ id }) => attemptsOf(first, id)))
  for (const [at, { id }] of refused.entries()) {
    const body = JSON.stringify({ attempts: sentAgain[at]?.length })
    const press = (/** @type {string} */ address) =>
      fetch(`${address}/api/staff/leads/${id}/send-again`, { ...asJson, body })
    const presses = await Promise.all([press(first), press(second)])
    // Otherwise nothing would have been tried.
    if (!presses.some(({ ok }) => ok)) throw new Error(`Lead ${id} cannot be sent again`)
  }
  await untilSettled(first)
  const extra = refused.map(async ({ id }, at) => {
    const since = (await attemptsOf(second, id)).slice(0, -(sentAgain[at]?.length ?? 0))
    return since.filter(({ outcome }) => outcome !== 'not_saved' && outcome !== 'not_sent').length - 1
  })
  return {
    leads: refused.length,
    extra: (await Promise.all(extra)).reduce((sum, of) => sum + Math.max(0, of), 0),
  }
}

const asJson = { method: 'POST', headers: { 'Content-Type': 'application/json' } }

/** @returns {Promise<{ outcome: string }[]>} the last one first */
async function attemptsOf(/** @type {string} */ address, /** @type {string} */ leadId) {
  return (await (await fetch(`${address}/api/staff/leads/${leadId}`)).json()).attempts
}
