/** `npm run measure:search`: what a search costs among a million leads, on the PostgreSQL that the tests use. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tsImport } from 'tsx/esm/api'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({
  options: { leads: { type: 'string', default: '1000000' }, each: { type: 'string', default: '40' } },
})
const shutdown = watchForShutdown()

await install(root, shutdown)
const { testPostgres } = await import('../test/support/test-postgres.mjs')
const { measureSearch } = await tsImport('../test/measure/search.ts', import.meta.url)
const postgres = await testPostgres(shutdown)
if (!postgres) throw new Error('There is no PostgreSQL here: set TEST_DATABASE_URL')
await measureSearch(postgres.url, { leads: Number(values.leads), each: Number(values.each) })
await postgres.stop()
process.exit(0)
