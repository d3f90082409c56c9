import pg from 'pg'
import { one } from '../run/counts.mjs'
import { findChromium } from './find-chromium.mjs'
import { runJourneys } from './journeys.mjs'

/**
 * @typedef {object} Options
 * @property {string[]} [args] go to Playwright, such as the name of a file
 * @property {boolean} [all] those too that look at the same again in another way (tagged @all)
 * @property {number} [hostileRequests] how many the hostile suite makes
 * @property {boolean} [times] notes what each file waits for
 */

/**
 * Every journey, on the embedded database.
 * @param {Options} [options]
 * @returns {Promise<import('../run/counts.mjs').Counts>}
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
 * @returns {Promise<import('../run/counts.mjs').Counts>}
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

/** @param {(chromium: string) => Promise<import('../run/counts.mjs').Counts>} work */
async function withChromium(work) {
  const chromium = findChromium()
  if (chromium) return work(chromium)
  console.log('No Chromium to test with: run npx playwright install chromium, or set CHROMIUM_PATH')
  return one(false)
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
