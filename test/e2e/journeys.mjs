import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { failedJourneys } from '../run/failures.mjs'
import { runLoudly } from '../run/run-loudly.mjs'
import { believed, one, sum } from '../run/tally.mjs'
import { readLog } from '../support/product-records.mjs'
import { findChromium } from './find-chromium.mjs'
import { heavyPages, pageScripts } from './page-scripts.mjs'
import { startServer } from './start-server.mjs'

const report = 'test-results/journeys.json'
/** What is shorter may stand in a log by chance. */
const shortestWord = 4

/**
 * @typedef {object} Options
 * @property {string[]} [args] go to Playwright, such as the name of a file
 * @property {boolean} [all] those too that look at the same again in another way (tagged `@all`)
 * @property {number} [hostileRequests] how many the hostile suite makes
 * @property {boolean} [times] notes what each file waits for
 */

/**
 * Every journey, on the embedded database.
 * @param {Options} [options]
 * @returns {Promise<import('../run/tally.mjs').Counts>}
 * @throws {Error} when the server does not start
 */
export async function journeysOnEmbedded({ args = [], all = true, hostileRequests, times } = {}) {
  console.log('\nJourneys on the embedded database')
  const chosen = [...(all ? [] : ['--grep-invert', '@all']), ...args]
  return withChromium((chromium) =>
    runJourneys({ chromium, databaseUrl: '', args: chosen, hostileRequests, times }),
  )
}

/**
 * Those journeys that tell whether the whole works, on PostgreSQL.
 * @param {string} url a server where a database may be created
 * @param {Pick<Options, 'times'>} [options]
 * @returns {Promise<import('../run/tally.mjs').Counts>}
 * @throws {Error} when the server does not start
 */
export async function journeysOnPostgres(url, { times } = {}) {
  console.log('\nJourneys on PostgreSQL (those tagged @smoke)')
  return withChromium((chromium) =>
    withDatabase(url, (databaseUrl) =>
      runJourneys({ chromium, databaseUrl, args: ['--grep', '@smoke'], times }),
    ),
  )
}

/** @param {(chromium: string) => Promise<import('../run/tally.mjs').Counts>} work */
async function withChromium(work) {
  const chromium = findChromium()
  if (chromium) return work(chromium)
  console.log('No Chromium to test with: run npx playwright install chromium, or set CHROMIUM_PATH')
  return one(false, 'no Chromium')
}

/**
 * @template T
 * @param {string} serverUrl
 * @param {(url: string) => Promise<T>} work
 */
async function withDatabase(serverUrl, work) {
  const name = `lead_api_e2e_${process.pid}`
  const admin = new pg.Client({ connectionString: serverUrl })
  await admin.connect()
  try {
    await admin.query(`CREATE DATABASE ${name}`)
    const url = new URL(serverUrl)
    url.pathname = `/${name}`
    return await work(url.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}

/**
 * Runs journeys against a server of their own. That it ends in order counts as one more, and that it has named no person
 * in what it printed meanwhile as another, and that no page weighs more than it may, or begins with what comes on use.
 * @param {{ chromium: string, databaseUrl: string, args: string[], hostileRequests?: number | undefined,
 *   times?: boolean | undefined }} options args go to Playwright
 * @returns {Promise<import('../run/tally.mjs').Counts>}
 * @throws {Error} when the server does not start
 */
async function runJourneys({ chromium, databaseUrl, args, hostileRequests, times }) {
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
  const heavy = heavyPages(pageScripts(process.cwd()))
  for (const { page, kb, most, early } of heavy) {
    const begins = early.length > 0 ? `, and begin with ${early.join(' and ')}` : ''
    console.log(`The scripts of ${page} weigh ${kb} kB, and may ${most}${begins}`)
  }
  return sum([
    journeys,
    one(ended, 'the server did not end in order'),
    one(named.length === 0, 'the log names people'),
    one(heavy.length === 0, 'the scripts of pages weigh too much'),
  ])
}

/** @returns {import('../run/tally.mjs').Counts} */
function readReport() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const said = JSON.parse(readFileSync(report, 'utf8'))
  const { expected, unexpected, flaky } = said.stats
  return { passed: expected + flaky, failed: unexpected, ...failedJourneys(said) }
}

/**
 * The people of all leads that an open server has, as a log could name them.
 * @returns {Promise<Set<string>>} names, e-mail addresses, street addresses, phone numbers without a plus
 */
async function peopleOf(/** @type {string} */ address) {
  const leads = await readLog(address)
  return new Set(
    leads.flatMap(({ firstName, lastName, email, phone, address: street }) => [
      ...[firstName, lastName, email, street],
      phone.slice(1),
    ]),
  )
}

/** Those of the words that a log holds, as they are or as an address has them. */
function namedIn(/** @type {string} */ log, /** @type {Set<string>} */ words) {
  const holds = (/** @type {string} */ word) => log.includes(word) || log.includes(encodeURIComponent(word))
  return [...words].filter((word) => word.length >= shortestWord && holds(word))
}
