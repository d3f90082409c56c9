import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { believed, one, sum } from '../run/counts.mjs'
import { runLoudly } from '../run/run-loudly.mjs'
import { namedIn, peopleOf } from './people-named.mjs'
import { startServer } from './start-server.mjs'

const report = 'test-results/journeys.json'

/**
 * Runs journeys against a server of their own. That it ends in order counts as one more, and that it has named nobody
 * in what it printed meanwhile as another.
 * @param {{ chromium: string, databaseUrl: string, args: string[], hostileRequests?: number | undefined,
 *   times?: boolean | undefined }} options args go to Playwright
 * @returns {Promise<import('../run/counts.mjs').Counts>}
 * @throws {Error} when the server does not start
 */
export async function runJourneys({ chromium, databaseUrl, args, hostileRequests, times }) {
  // Nothing is there before it: this one also shows that a newcomer's first start makes what it needs.
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-journeys-'))
  const server = await startServer({ databaseUrl, dataDir })
  rmSync(report, { force: true })
  const succeeded = await runLoudly(process.execPath, ['node_modules/playwright/cli.js', 'test', ...args], {
    E2E_ADDRESS: server.address,
    E2E_CHROMIUM: chromium,
    E2E_REPORT: report,
    ...(hostileRequests !== undefined && { HOSTILE_REQUESTS: String(hostileRequests) }),
    ...(times && { E2E_TIMES: '1' }),
  })
  const journeys = believed(readReport(), succeeded)
  const people = await peopleOf(server.address)
  const ended = await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
  const named = namedIn(server.said(), people)
  console.log(`The log names ${named.length} of ${people.size} words of people`)
  return sum([journeys, one(ended), one(named.length === 0)])
}

/** @returns {import('../run/counts.mjs').Counts} */
function readReport() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
}
