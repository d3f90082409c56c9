import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Settings as they are when nothing is set, whatever the environment and `.env` say. */
const unset = Object.fromEntries(
  [
    'HOST',
    'DATABASE_URL',
    'VITEC_BASE_URL',
    'VITEC_USERNAME',
    'SECRETS_KEYS',
    'VITEC_PASSWORD',
    'VITEC_LEAD_PATH',
  ]
    .concat([
      'VITEC_LEAD_SOURCES_PATH',
      'VITEC_REPORT_PATH',
      'VITEC_MAX_CONCURRENT',
      'VITEC_MAX_PER_SECOND',
      'DEFAULT_CUSTOMER_ID',
      'REQUIRE_SIGN_IN',
      'PUBLIC_URL',
      'AUTH_SECRET',
      'TRUSTED_PROXIES',
      'ADDRESS_MAX_PER_MINUTE',
    ])
    .map((name) => [name, '']),
)

/** A build on a slow machine may take minutes. */
const startLimitMs = 300_000

/**
 * Starts the product as `npm start` does, by default on a free port and with a data folder of its own.
 * @param {{ databaseUrl?: string, port?: number, dataDir?: string, settings?: Record<string, string> }} [options]
 *   databaseUrl: a PostgreSQL instead of the embedded database; dataDir: a folder that is kept afterwards
 * @returns {Promise<Server>}
 * @throws {Error} with what the server said, when it does not start
 */
export async function startServer({ databaseUrl = '', port, dataDir, settings = {} } = {}) {
  const server = await spawnServer({ databaseUrl, port, dataDir, settings })
  if (await server.ready()) return server
  await server.stop()
  throw new Error('The server did not start')
}

/**
 * The same, before it is ready.
 * @param {{ databaseUrl?: string, port?: number | undefined, dataDir?: string | undefined, settings?: Record<string, string> }} options
 * @returns {Promise<Server>}
 */
export async function spawnServer({ databaseUrl = '', port, dataDir, settings = {} }) {
  const place = {
    PORT: `${port ?? (await freePort())}`,
    DATA_DIR: dataDir ?? mkdtempSync(join(tmpdir(), 'lead-api-e2e-')),
    DATABASE_URL: databaseUrl,
  }
  // An attempt that is never answered ends within the time a form waits, so that no journey takes longer.
  const usual = { VITEC_TIMEOUT_S: '5', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    // Named as a script of npm's it ends when we do, however we end.
    env: { ...process.env, ...unset, ...usual, ...place, ...settings, npm_lifecycle_event: 'e2e' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const ended = once(child, 'exit')
  const address = `http://127.0.0.1:${place.PORT}`
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal)
    const [code] = await ended
    if (dataDir === undefined) rmSync(place.DATA_DIR, { recursive: true, force: true })
    return code
  }
  return {
    address,
    ready: () => Promise.race([untilReady(address), ended.then(() => false)]),
    stop: async () => {
      const code = await end('SIGTERM')
      if (code !== 0) console.log(`The server ended with ${code}, and said:\n${said}`)
      return code === 0
    },
    kill: () => end('SIGKILL'),
    said: () => said,
  }
}

/**
 * @typedef {object} Server
 * @property {string} address
 * @property {() => Promise<boolean>} ready whether it answers requests; false when it has ended instead
 * @property {() => Promise<boolean>} stop asks it to end; whether it ended in order
 * @property {() => Promise<unknown>} kill ends it as a power cut does
 * @property {() => string} said all it has printed
 */

/** @returns {Promise<boolean>} */
async function untilReady(/** @type {string} */ address) {
  const deadline = Date.now() + startLimitMs
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null)
    if (answer?.status === 200) return true
    await delay(100)
  }
  return false
}

/** @returns {Promise<number>} a port of the loopback address that nobody has */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
