/**
 * `npm run bench:typing -- --rounds 3`: from a key in the lead form to the frame that shows it in the message, beside a plain
 * page in the same run; with the processor as it is, and four times slower. Nothing else should run meanwhile.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } })
const shutdown = watchForShutdown()
await install(root, shutdown)
await build(root, shutdown)
const { measureTyping } = await import('../test/bench/typing.mjs')
const { machine } = await import('../test/bench/bench-tables.mjs')

console.log(`\n${machine()}\n`)
console.log('| From key to paint, ms | processor | keys | median | p95 |\n|---|---|---|---|---|')
for (const { page, slowdown, keys, p50, p95 } of await measureTyping({ rounds: Number(values.rounds) }))
  console.log(`| ${page} | 1/${slowdown} | ${keys} | ${p50.toFixed(1)} | ${p95.toFixed(1)} |`)
process.exit(0)
