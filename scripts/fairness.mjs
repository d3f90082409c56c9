/** `npm run fairness -- --leads 5000`: leads of customers that fail, then a few of others; says how long those had to wait. */
import { parseArgs } from 'node:util'
import { prove } from '../test/crash/prove.mjs'

const { values } = parseArgs({ options: { leads: { type: 'string', default: '2000' } } })
const leads = Number(values.leads)
await prove(`${leads} leads of a customer that fails, then good ones`, async () => {
  const { runFairness } = await import('../test/crash/run-fairness.mjs')
  return () => runFairness({ leads })
})
