import { spawnSync } from 'node:child_process'
import { notHad, runChecks } from '../../scripts/check/checks.mjs'
import { testTexts } from '../adversarial/test-texts.mjs'
import { testBadDays } from '../bad-days/test-bad-days.mjs'
import { prove } from '../crash/prove.mjs'
import { kills, testCrashes } from '../crash/test-crashes.mjs'
import { journeysOnEmbedded, journeysOnPostgres } from '../e2e/journeys.mjs'
import { runOperations } from '../operations/run-operations.mjs'
import { testRestarts } from '../restarts/test-restarts.mjs'
import { testPostgres } from '../support/postgres.mjs'
import { one, sum } from './tally.mjs'
import { anotherNode, runUnitTests } from './unit-tests.mjs'

/** How much of what can be had in any amount. */
const few = { crashes: 3, crashModes: kills, hostileRequests: 400 }
const many = {
  crashes: 10,
  crashModes: undefined,
  hostileRequests: 10_000,
  node: '24',
}

/**
 * What `npm test` does, one part after the other: checks, unit tests, journeys and crashes; on the embedded database
 * and, where one can be had, as far as it can differ there on PostgreSQL. With REQUIRE_POSTGRES set, not having one is
 * a failure. With `all`, every unit test on PostgreSQL too, those that `npm test` has on the newest Node, two instances,
 * rolling restarts, bad days, and more of each.
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../../scripts/start/shutdown.mjs').Shutdown} shutdown
 * @param {{ all: boolean, times: boolean }} options times: notes what each test waits for
 */
export async function testParts({ part }, shutdown, { all, times }) {
  const much = all ? many : few
  await part('Checks', async () => sum((await runChecks()).map(({ name, passed }) => one(passed, name))))

  if (all) {
    const lint = ['scripts/check-openapi.mjs', '--spectral']
    await part('Spectral', async () => {
      const { status } = spawnSync(process.execPath, lint, { stdio: 'inherit', timeout: 400_000 })
      return status === notHad ? undefined : one(status === 0, 'see above')
    })
  }

  let postgres = /** @type {Awaited<ReturnType<typeof testPostgres>>} */ (null)
  await part('PostgreSQL', async () => {
    postgres = await testPostgres(shutdown)
    console.log(postgres ? 'ready' : 'NONE HERE: only the embedded database is tested')
    return !postgres && process.env.REQUIRE_POSTGRES ? one(false, 'none here') : undefined
  })
  const postgresUrl = postgres?.url ?? null

  await part('Unit tests', () => runUnitTests({ postgresUrl, all, times }))
  if (all) {
    await part(`Unit tests on Node ${many.node}`, async () => {
      const node = anotherNode(many.node)
      if (!node) throw new Error('That Node cannot be had from npm here')
      return runUnitTests({ node, postgresUrl })
    })
  }
  const { hostileRequests } = much
  await part('Journeys', () => journeysOnEmbedded({ all, hostileRequests, times }))
  if (postgresUrl) await part('Journeys on PostgreSQL', () => journeysOnPostgres(postgresUrl, { times }))
  await postgres?.stop()
  await part('Crashes', () => testCrashes(much.crashes, { only: much.crashModes }))
  if (!all) return
  await part('Two instances', () => prove('two-instances'))
  await part('Rolling restarts', () => testRestarts())
  await part('Bad days', async () => testBadDays())
  await part('Operations', runOperations)
  await part('Adversarial texts', testTexts)
}
