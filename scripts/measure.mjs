/**
 * `npm run measure:key-check -- --requests 3000`: what an API key costs a request, on each database that can be had here.
 * `npm run measure:search -- --leads 1000000 --each 40`: what a search costs among so many leads, on the PostgreSQL that the
 * tests use.
 * `npm run bench:log -- --leads 1000000 --each 40`: what each filter of the log costs among so many, beside the best SQL for
 * the same answer, and a file of a hundred thousand. `--keep` leaves the database there for the next run.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    requests: { type: 'string', default: '3000' },
    leads: { type: 'string', default: '1000000' },
    each: { type: 'string', default: '40' },
    keep: { type: 'boolean', default: false },
  },
})
const shutdown = watchForShutdown()

await install(root, shutdown)
const { testPostgres } = await import('../test/support/postgres.mjs')

async function keyCheck() {
  const { measureKeyCheck } = await import('../test/measure/key-check.mjs')
  const requests = Number(values.requests)
  await measureKeyCheck({ database: 'embedded', databaseUrl: '', requests })
  const postgres = await testPostgres(shutdown)
  if (postgres) await measureKeyCheck({ database: 'PostgreSQL', databaseUrl: postgres.url, requests })
  await postgres?.stop()
}

async function search() {
  const { tsImport } = await import('tsx/esm/api')
  const { measureSearch } = await tsImport('../test/measure/search.ts', import.meta.url)
  const postgres = await testPostgres(shutdown)
  if (!postgres) throw new Error('There is no PostgreSQL here: set TEST_DATABASE_URL')
  await measureSearch(postgres.url, { leads: Number(values.leads), each: Number(values.each) })
  await postgres.stop()
}

async function log() {
  const { tsImport } = await import('tsx/esm/api')
  const { benchLog } = await tsImport('../test/measure/log.ts', import.meta.url)
  const postgres = await testPostgres(shutdown)
  if (!postgres) throw new Error('There is no PostgreSQL here: set TEST_DATABASE_URL')
  await benchLog(postgres.url, { leads: Number(values.leads), each: Number(values.each), keep: values.keep })
  await postgres.stop()
}

const measurements = { search, log }
const chosen = Object.entries(measurements).find(([name]) => name === positionals[0])
await (chosen ? chosen[1]() : keyCheck())
process.exit(0)
