/**
 * What many leads prove, with the built product and a stand-in for Vitec on a PostgreSQL of its own:
 * `npm run two-instances -- --leads 2000`: two instances, with faults; says what came of the leads.
 * `npm run arrivals -- --leads 1000`: two instances deliver what waits; says how fast it came to Vitec, and whether all did.
 * With `--no-pauses` none of them stands still meanwhile.
 * `npm run fairness -- --leads 2000`: leads of customers that fail, then a few of others; says how long those had to wait.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { leads: { type: 'string' }, 'no-pauses': { type: 'boolean', default: false } },
})
const shutdown = watchForShutdown()

await install(root, shutdown)
// Servers that start side by side would each build.
await build(root, shutdown)
const { proofs, prove } = await import('../test/crash/prove.mjs')
const [proof = ''] = positionals
if (!(proof in proofs)) throw new Error(`It proves one of ${Object.keys(proofs).join(', ')}`)
const { passed, failed } = await prove(/** @type {keyof typeof proofs} */ (proof), {
  ...(values.leads !== undefined && { leads: Number(values.leads) }),
  pauses: !values['no-pauses'],
})
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
