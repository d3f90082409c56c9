/**
 * `npm run bench`: what a lead costs, beside a floor (the same checks and durable rows with nothing around them) and an empty
 * route, in one run. `--rounds 5 --seconds 4`; `--only postgres | embedded | rest`. Nothing else should run meanwhile.
 */

import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
})
const shutdown = watchForShutdown()
await install(root, shutdown)
await build(root, shutdown)
const { measureEmbedded, measureOnPostgres, measureRest } = await import('../test/bench/run-bench.mjs')
const { loadTable, machine, restTable } = await import('../test/bench/bench-tables.mjs')
const options = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
const wants = (/** @type {string} */ part) => values.only === undefined || values.only === part

console.log(`\n${machine()}\n`)
if (wants('postgres')) console.log(`${loadTable(await measureOnPostgres(options))}\n`)
if (wants('embedded')) console.log(`${loadTable(await measureEmbedded(options))}\n`)
if (wants('rest')) console.log(restTable(await measureRest()))
process.exit(0)
