/** `npm run arrivals -- --leads 1000`: two instances deliver what waits; says how fast it came to Vitec, and whether all did. */
import { parseArgs } from 'node:util'
import { prove } from '../test/crash/prove.mjs'

const { values } = parseArgs({
  options: { leads: { type: 'string', default: '1000' }, 'no-pauses': { type: 'boolean', default: false } },
})
const leads = Number(values.leads)
const pauses = !values['no-pauses']
await prove(`${leads} leads, two instances, one clock ahead`, async () => {
  const { runArrivals } = await import('../test/crash/run-arrivals.mjs')
  return () => runArrivals({ leads, pauses })
})
