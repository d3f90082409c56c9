import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { startPlainStandIn } from '../crash/stage.mjs'
import { startServer } from '../e2e/start-server.mjs'
import { freePort } from '../support/free-port.mjs'
import { startPostgres } from '../support/postgres.mjs'
import { askDatabase } from '../support/product-records.mjs'
import { startProxy } from './proxies.mjs'
import { startSteadyLoad } from './steady-load.mjs'

/** In ms: what is stored is delivered within that. */
const settling = 60_000
/** In ms, before the first and after the last restart. */
const calm = 1_000
/** In ms: a proxy that looks once a second has looked. */
const untilSeen = 1_500

/**
 * @typedef {{ root?: string }} Version where another version of the product is; this one where it does not say
 */

/**
 * Two instances on one PostgreSQL behind a proxy are restarted in turn, while leads are stored and asked for over connections
 * that are kept. Nothing may fail, be lost or come to Vitec twice.
 * @param {{ proxy: import('./proxies.mjs').ProxyName, drainWait?: string, versions?: Version[] }} options
 *   versions: which runs first, and which after each round of restarts
 * @returns {Promise<import('../crash/verdict.mjs').Finding[] | null>} null where no PostgreSQL, or no such proxy, can be started
 */
export async function runRollingRestart({ proxy: proxyName, drainWait = '', versions = [{}, {}, {}] }) {
  const postgres = await startPostgres({ isDurable: true })
  if (!postgres) return null
  const standIn = await startPlainStandIn()
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-restarts-'))
  const settings = {
    VITEC_BASE_URL: standIn.address,
    VITEC_USERNAME: 'sandbox',
    VITEC_PASSWORD: 'not-a-secret',
    VITEC_MAX_PER_SECOND: '200',
    VITEC_MAX_CONCURRENT: '50',
    ADDRESS_MAX_PER_MINUTE: '1000000',
    TRUSTED_PROXIES: '127.0.0.1',
    AUTH_SECRET: 'a secret that is known to everybody who reads this',
    DRAIN_WAIT_S: drainWait,
  }
  const start = (/** @type {number} */ port, /** @type {Version} */ { root }) =>
    startServer({ databaseUrl: postgres.url, port, dataDir, settings, ...(root && { root }) })
  const ports = [await freePort(), await freePort()]
  /** @type {import('../e2e/start-server.mjs').Server[]} */
  const servers = []
  const database = await askDatabase(postgres.url)
  let proxy = null
  try {
    const [first = {}, ...later] = versions
    for (const port of ports) servers.push(await start(port, first))
    proxy = await startProxy(
      proxyName,
      ports.map((port) => `127.0.0.1:${port}`),
    )
    if (!proxy) return null
    const load = startSteadyLoad({ address: proxy.address, key: await makeKey(postgres.url) })
    await delay(calm)
    let inOrder = true
    let restarts = 0
    for (const version of later) {
      for (const [at, port] of ports.entries()) {
        inOrder = ((await servers[at]?.stop()) ?? true) && inOrder
        servers[at] = await start(port, version)
        restarts += 1
        // As docs/operations.md says: what asks once a second has to have seen it before the next one leaves.
        await delay(untilSeen)
      }
    }
    await delay(calm)
    await load.stop()
    await database.nothingWaits(settling)
    const { arrivals } = await standIn.memory()
    if (load.found.errors.length > 0) console.log(asLines(load.found.errors), proxy.said().slice(-2_000))
    return [
      { what: 'restarts', count: restarts },
      { what: '  of them that did not end in order', count: inOrder ? 0 : 1, mustBeZero: true },
      { what: 'requests', count: load.found.requests },
      { what: '  ms that the slowest took', count: Math.round(load.found.slowestMs) },
      { what: '  of them not answered as they should be', count: load.found.errors.length, mustBeZero: true },
      ...judgeArrivals(load.acknowledged, arrivals),
    ]
  } finally {
    await proxy?.stop()
    await database.end()
    await Promise.all(servers.map((server) => server.stop()))
    await standIn.stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @returns {import('../crash/verdict.mjs').Finding[]} */
function judgeArrivals(
  /** @type {{ lastName: string }[]} */ acknowledged,
  /** @type {{ lastName: string }[]} */ arrivals,
) {
  const names = arrivals.map(({ lastName }) => lastName)
  const arrived = new Set(names)
  const lost = acknowledged.filter(({ lastName }) => !arrived.has(lastName))
  return [
    { what: 'leads acknowledged', count: acknowledged.length },
    { what: '  of them that never came to Vitec', count: lost.length, mustBeZero: true },
    { what: 'leads that came to Vitec more than once', count: names.length - arrived.size, mustBeZero: true },
  ]
}

function asLines(/** @type {string[]} */ errors) {
  /** @type {Record<string, number>} */
  const counts = {}
  for (const error of errors) counts[error] = (counts[error] ?? 0) + 1
  return Object.entries(counts)
    .map(([error, count]) => `  ${count} × ${error}`)
    .join('\n')
}

/** A key of a system, made past the product: nobody signs in here. */
async function makeKey(/** @type {string} */ url) {
  const secret = `leadapi_${randomBytes(32).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const made = await client.query(
    `INSERT INTO api_key (id, name, all_customers, customers, per_minute, created_at)
     VALUES (gen_random_uuid(), 'Omstart', true, '{}', 1000000, now()) RETURNING id`,
  )
  await client.query(
    `INSERT INTO api_key_secret (hash, api_key_id, hint, created_at) VALUES ($1, $2, 'omst', now())`,
    [createHash('sha256').update(secret).digest(), made.rows[0].id],
  )
  await client.end()
  return secret
}
