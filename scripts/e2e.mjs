/** `npm run e2e`: the journeys alone. What follows `--` goes to Playwright: `npm run e2e -- leads`. */
import { fileURLToPath } from 'node:url'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const shutdown = watchForShutdown()

await install(root, shutdown)
const { journeysOnEmbedded, journeysOnPostgres } = await import('../test/e2e/journeys.mjs')
const { sum } = await import('../test/run/tally.mjs')
const { testPostgres } = await import('../test/support/postgres.mjs')
const args = process.argv.slice(2)
const postgres = args.length > 0 ? null : await testPostgres(shutdown)
const embedded = await journeysOnEmbedded({ args })
const { passed, failed } = postgres ? sum([embedded, await journeysOnPostgres(postgres.url)]) : embedded
await postgres?.stop()
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
