import { runChecks } from '../check/checks.mjs'
import { testCrashes } from '../crash-test/test-crashes.mjs'
import { testTwoInstances } from '../crash-test/test-two-instances.mjs'
import { journeysOnBothDatabases } from '../e2e/on-both-databases.mjs'
import { anotherNode } from './another-node.mjs'
import { one, sum } from './counts.mjs'
import { testPostgres } from './test-postgres.mjs'
import { runUnitTests } from './unit-tests.mjs'

const crashRounds = 10
const twoInstancesLeads = 2_000

/**
 * The checks, the unit tests, the journeys, the crashes; on both databases where a PostgreSQL can be had.
 * With REQUIRE_POSTGRES set, not having one is a failure.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../start/shutdown.mjs').Shutdown} shutdown
 * @param {string | undefined} alsoNode another version of Node for the unit tests, such as `24`
 */
export async function testAllParts({ part }, shutdown, alsoNode) {
  await part('Checks', async () => sum((await runChecks()).map(({ passed }) => one(passed))))

  /** @type {Awaited<ReturnType<typeof testPostgres>>} */
  let postgres = null
  await part('PostgreSQL', async () => {
    postgres = await testPostgres(shutdown)
    console.log(postgres ? 'ready' : 'NONE HERE: only the embedded database is tested')
    return !postgres && process.env.REQUIRE_POSTGRES ? one(false) : undefined
  })
  const url = postgres?.url ?? null

  await part('Unit tests', () => runUnitTests(process.execPath, url))
  if (alsoNode) {
    await part(`Unit tests on Node ${alsoNode}`, async () => {
      const node = anotherNode(alsoNode)
      if (!node) throw new Error('That Node cannot be had from npm here')
      return runUnitTests(node, url)
    })
  }
  await part('Journeys', () => journeysOnBothDatabases(url, []))
  await postgres?.stop()
  await part('Crashes', () => testCrashes(crashRounds))
  await part('Two instances', () => testTwoInstances(twoInstancesLeads))
}
