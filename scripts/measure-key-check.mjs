/** `npm run measure:key-check`: what an API key costs a request, on each database that can be had here. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { requests: { type: 'string', default: '3000' } } })
const shutdown = watchForShutdown()

await install(root, shutdown)
const { measureKeyCheck } = await import('../test/measure/key-check.mjs')
const { testPostgres } = await import('../test/support/test-postgres.mjs')
const requests = Number(values.requests)
await measureKeyCheck({ database: 'embedded', databaseUrl: '', requests })
const postgres = await testPostgres(shutdown)
if (postgres) await measureKeyCheck({ database: 'PostgreSQL', databaseUrl: postgres.url, requests })
await postgres?.stop()
process.exit(0)
