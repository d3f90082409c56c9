import { testSeed } from '../run/random.mjs'
import { runArrivals } from './arrivals.mjs'
import { runFairness } from './fairness.mjs'
import { runTwoInstances } from './two-instances.mjs'
import { judge } from './verdict.mjs'

/** @typedef {{ leads: number, pauses: boolean }} Options pauses: whether an instance stands still at times, where it can */

/** What is proved with the product as instances that run as in life, and with how many leads where no option says so. */
export const proofs = {
  'two-instances': {
    usual: 2_000,
    title: (/** @type {number} */ leads) => `${leads} leads, two instances`,
    run: runTwoInstances,
  },
  arrivals: {
    usual: 1_000,
    title: (/** @type {number} */ leads) => `${leads} leads, two instances, one clock ahead`,
    run: runArrivals,
  },
  fairness: {
    usual: 2_000,
    title: (/** @type {number} */ leads) => `${leads} leads of a customer that fails, then good ones`,
    run: runFairness,
  },
}

/**
 * Runs one proof and prints what it found.
 * @param {keyof typeof proofs} proof
 * @param {Partial<Options>} [options]
 * @returns {Promise<import('../run/tally.mjs').Counts>} one test
 * @throws {Error} for a number of leads that there is not
 */
export async function prove(proof, { leads = proofs[proof].usual, pauses = true } = {}) {
  if (!(Number.isInteger(leads) && leads > 0)) throw new Error('--leads is a number of leads')
  const { title, run } = proofs[proof]
  console.log(`\n${title(leads)} (TEST_SEED=${testSeed})`)
  return judge(proof, await run({ leads, pauses }))
}
