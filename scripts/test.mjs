/**
 * `npm test`: what tells within minutes whether the whole works. `-- --all` is everything there is, and `-- --times`
 * says afterwards where the time went. The last line says how many passed and how many failed; a check counts as one.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startTally } from '../test/run/tally.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const flag = /** @type {const} */ ({ type: 'boolean', default: false })
const { values } = parseArgs({ options: { all: flag, times: flag } })
const shutdown = watchForShutdown()
const tally = startTally()

await tally.part('Install', async () => void console.log(await install(root, shutdown)))
if (tally.total().failed === 0) {
  const { testParts } = await import('../test/run/parts.mjs')
  const { forgetTimes } = await import('../test/run/times.mjs')
  forgetTimes()
  await testParts(tally, shutdown, values)
  if (values.times) {
    const { timesTable } = await import('../test/run/times.mjs')
    console.log(timesTable(tally.times()))
  }
}

const { passed, failed } = tally.total()
if (tally.again().length > 0)
  console.log(['', 'Passed only when they were tried once more', ...tally.again()].join('\n  '))
if (failed > 0) console.log(['', 'Failed', ...tally.failures()].join('\n  '))
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
