import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../e2e/start-server.mjs'
import { valueAt } from './percentile.mjs'

/** The cheapest route that asks for a key: one read of its own. */
const path = '/api/lead-sources?customer_id=ABC123'
const warmUp = 300
/** Few enough that whatever else the machine does meets both servers, many enough that each finds its own caches warm. */
const inTurn = 50
/** The largest limit that a key can have. */
const perMinute = 6000

const closed = {
  REQUIRE_SIGN_IN: 'true',
  AUTH_SECRET: 'a secret that is known to everybody who reads this',
  ADDRESS_MAX_PER_MINUTE: '1000000',
}

/**
 * Compares a server that is open with one that asks for a key, and limits it: some requests to each in turn. Prints
 * p50 and p99 in ms.
 * @param {{ database: string, databaseUrl: string, requests: number }} options requests: to each, at most 5000
 */
export async function measureKeyCheck({ database, databaseUrl, requests }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-measure-'))
  const preparing = await startServer({ databaseUrl, dataDir })
  const secret = await makeKey(preparing.address)
  await preparing.stop()
  const keyed = await startServer({ databaseUrl, dataDir, settings: closed })
  const open = await startServer({ databaseUrl })

  const agent = new Agent({ keepAlive: true })
  const ask = (/** @type {string} */ address, headers = {}) => timed(`${address}${path}`, { agent, headers })
  const askBoth = async (/** @type {number} */ count) => ({
    open: await repeated(count, () => ask(open.address)),
    keyed: await repeated(count, () => ask(keyed.address, { 'X-API-Key': secret })),
  })
  await askBoth(warmUp)
  /** @type {{ open: number[], keyed: number[] }} */
  const times = { open: [], keyed: [] }
  while (times.open.length < requests) {
    const more = await askBoth(inTurn)
    times.open.push(...more.open)
    times.keyed.push(...more.keyed)
  }
  agent.destroy()
  await open.stop()
  await keyed.stop()
  rmSync(dataDir, { recursive: true, force: true })
  print(database, times)
}

/** @returns {Promise<number[]>} what `measure` gave each time */
async function repeated(/** @type {number} */ count, /** @type {() => Promise<number>} */ measure) {
  const all = []
  for (let i = 0; i < count; i++) all.push(await measure())
  return all
}

async function makeKey(/** @type {string} */ address) {
  const response = await fetch(`${address}/api/staff/api-keys`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Measured', customers: ['ABC123'], perMinute, expiresInDays: null }),
  })
  const { secret } = await response.json()
  return secret
}

/**
 * @param {string} url
 * @param {import('node:http').RequestOptions} options
 * @returns {Promise<number>} ms until the whole answer was there
 * @throws {Error} for any answer but 200: a refusal would be a fast one
 */
function timed(url, options) {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, options, (response) => {
      response.resume()
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began)
        else reject(new Error(`${url} answered ${response.statusCode}`))
      })
    })
    request.once('error', reject)
  })
}

function print(/** @type {string} */ database, /** @type {{ open: number[], keyed: number[] }} */ times) {
  console.log(`\n${database}, ${times.open.length} requests each, ms     p50     p99`)
  const at = (/** @type {number[]} */ all) => [0.5, 0.99].map((share) => valueAt(all, share))
  const rows = { open: at(times.open), 'with a key': at(times.keyed) }
  const more = rows.open.map((ms, column) => (rows['with a key'][column] ?? 0) - ms)
  for (const [name, columns] of Object.entries({ ...rows, difference: more }))
    console.log(`  ${name.padEnd(38)}${columns.map((ms) => ms.toFixed(2).padStart(8)).join('')}`)
}
