import { judge } from './judge.mjs'
import { runTwoInstances } from './run-two-instances.mjs'

/**
 * @param {number} leads
 * @returns {Promise<import('../run/counts.mjs').Counts>}
 * @throws {Error} for a number of leads that there is not
 */
export async function testTwoInstances(leads) {
  if (!(Number.isInteger(leads) && leads > 0)) throw new Error('--leads is a number of leads')
  console.log(`\n${leads} leads, two instances`)
  return judge(await runTwoInstances({ leads }))
}
