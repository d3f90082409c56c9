/**
 * `npm test`: the checks, the unit tests, the journeys; on both databases where a PostgreSQL can be had.
 * With `--also-node=24` the unit tests run on that version of Node as well.
 * The last line says how many passed and how many failed; a check counts as one.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'
import { seconds } from './start/step.mjs'
import { one, sum } from './test/counts.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({ options: { 'also-node': { type: 'string' } } })

/** @type {import('./test/counts.mjs').Counts[]} */
const counts = []
const shutdown = watchForShutdown()

/** Does a part of the tests; one that cannot be done is a failure, and the others still run. */
async function part(
  /** @type {string} */ name,
  /** @type {() => Promise<import('./test/counts.mjs').Counts>} */ work,
) {
  console.log(`\n${name}`)
  const began = performance.now()
  try {
    counts.push(await work())
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    counts.push(one(false))
  }
  console.log(`${name}: ${seconds(performance.now() - began).trim()}`)
}

await install(root, shutdown)
const { runChecks } = await import('./check/checks.mjs')
const { runUnitTests } = await import('./test/unit-tests.mjs')
const { journeysOnBothDatabases } = await import('./e2e/on-both-databases.mjs')
const { testPostgres } = await import('./test/test-postgres.mjs')

await part('Checks', async () => sum((await runChecks()).map(({ passed }) => one(passed))))
const postgres = await testPostgres(shutdown)
console.log(
  postgres ? '\nPostgreSQL: ready' : '\nPostgreSQL: NONE HERE, so only the embedded database is tested',
)
if (!postgres && process.env.REQUIRE_POSTGRES) counts.push(one(false))

await part('Unit tests', () => runUnitTests(process.execPath, postgres?.url ?? null))
if (values['also-node']) {
  await part(`Unit tests on Node ${values['also-node']}`, async () => {
    const { anotherNode } = await import('./test/another-node.mjs')
    const node = anotherNode(values['also-node'])
    if (!node) throw new Error('That Node cannot be had from npm here')
    return runUnitTests(node, postgres?.url ?? null)
  })
}
await part('Journeys', () => journeysOnBothDatabases(postgres?.url ?? null, []))
await postgres?.stop()

const { passed, failed } = sum(counts)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
