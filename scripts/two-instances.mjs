/** `npm run two-instances -- --leads 2000`: two instances on one PostgreSQL, with faults; says what came of the leads. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { leads: { type: 'string', default: '2000' } } })
const shutdown = watchForShutdown()

await install(root, shutdown)
const { testTwoInstances } = await import('../test/crash/test-two-instances.mjs')
const { passed, failed } = await testTwoInstances(Number(values.leads))
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
