/**
 * `npm run bench:web -- --rounds 5`: what pages weigh and how long they keep a slow phone and a desktop busy, beside an empty
 * page of the same stack in the same run, with a score as Lighthouse makes it. `-- sign-in record` measures those whose
 * names have one of these words. Nothing else should run meanwhile; a round takes three minutes.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values, positionals: only } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
})
const shutdown = watchForShutdown()
await install(root, shutdown)
await build(root, shutdown)
const { measureWeb } = await import('../test/bench/web.mjs')
const { machine, webTable } = await import('../test/bench/bench-tables.mjs')

console.log(`\n${machine()}\n`)
console.log(webTable(await measureWeb({ rounds: Number(values.rounds), only, shutdown })))
process.exit(0)
