import pg from 'pg'
import { one, sum } from '../test/counts.mjs'
import { findChromium } from './find-chromium.mjs'
import { runJourneys } from './journeys.mjs'

/**
 * Every journey on the embedded database, and those that tell whether the whole works on PostgreSQL too.
 * @param {string | null} postgresUrl a server where a database may be created, or null without one
 * @param {string[]} args go to Playwright, such as the name of a file; then PostgreSQL is left out
 * @returns {Promise<import('../test/counts.mjs').Counts>}
 * @throws {Error} when the server does not start
 */
export async function journeysOnBothDatabases(postgresUrl, args) {
  const chromium = findChromium()
  if (!chromium) {
    console.log('No Chromium to test with: run npx playwright install chromium, or set CHROMIUM_PATH')
    return one(false)
  }
  console.log('\nJourneys on the embedded database')
  const embedded = await runJourneys({ chromium, databaseUrl: '', args })
  if (!postgresUrl || args.length > 0) return embedded
  console.log('\nJourneys on PostgreSQL (those tagged @smoke)')
  const postgres = await withDatabase(postgresUrl, (databaseUrl) =>
    runJourneys({ chromium, databaseUrl, args: ['--grep', '@smoke'] }),
  )
  return sum([embedded, postgres])
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
