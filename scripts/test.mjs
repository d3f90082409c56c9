/**
 * `npm test`: everything. With `--also-node=24` the unit tests run on that version of Node as well.
 * The last line says how many passed and how many failed; a check counts as one.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'
import { startTally } from './test/tally.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { 'also-node': { type: 'string' } } })
const shutdown = watchForShutdown()
const tally = startTally()

await tally.part('Install', async () => console.log(await install(root, shutdown)))
if (tally.total().failed === 0) {
  const { testAllParts } = await import('./test/all-parts.mjs')
  await testAllParts(tally, shutdown, values['also-node'])
}

const { passed, failed } = tally.total()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
