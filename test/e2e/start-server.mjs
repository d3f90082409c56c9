import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { newDataFolder } from '../run/data-template.mjs'
import { freePort } from '../support/free-port.mjs'

/** Settings as they are when nothing is set, whatever the environment and `.env` say. */
const unset = Object.fromEntries(
  [
    'HOST LIVE_PORT DATABASE_URL ERASURE_LEDGER VITEC_BASE_URL VITEC_USERNAME VITEC_PASSWORD VITEC_LEAD_PATH SECRETS_KEYS',
    'VITEC_LEAD_SOURCES_PATH VITEC_REPORT_PATH VITEC_MAX_CONCURRENT VITEC_MAX_PER_SECOND DEFAULT_CUSTOMER_ID',
    'REQUIRE_SIGN_IN PUBLIC_URL AUTH_SECRET METRICS_TOKEN TRUSTED_PROXIES ADDRESS_MAX_PER_MINUTE',
    'ALERT_WEBHOOK_URL ALERT_WEBHOOK_SECRET ALERT_EMAIL_TO ALERT_WAITING_MINUTES ALERT_DISK_FREE_PERCENT',
    'SMTP_URL MAIL_FROM BACKUP_DIR BACKUP_KEEP BACKUP_KEY',
  ].flatMap((names) => names.split(' ').map((name) => [name, ''])),
)

/** What a process leaves behind is seen to within seconds, as in life it is within minutes. In ms. */
export const shortWaits = {
  firstSweep: 500,
  betweenSweeps: 2_000,
  abandonedMargin: 2_000,
  receiverLease: 5_000,
  retries: 0.1,
}

/** A build on a slow machine may take minutes. */
const startLimitMs = 300_000

/**
 * Starts the product as `npm start` does, by default on a free port and with a new data folder.
 * @param {Options} [options]
 * @returns {Promise<Server>}
 * @throws {Error} with what the server said, when it does not start
 */
export async function startServer(options = {}) {
  const server = await spawnServer(options)
  if (await server.ready()) return server
  await server.stop()
  throw new Error('The server did not start')
}

/**
 * The same, before it is ready.
 * @param {Options} options
 * @returns {Promise<Server>}
 */
export async function spawnServer({
  databaseUrl = '',
  port,
  dataDir,
  settings = {},
  waits,
  reach,
  takesOrders = false,
  root = process.cwd(),
}) {
  const place = {
    PORT: `${port ?? (await freePort())}`,
    DATA_DIR: dataDir ?? newDataFolder(),
    DATABASE_URL: databaseUrl,
  }
  // An attempt that is never answered ends within the time a form waits, so that no journey takes longer.
  const usual = { VITEC_TIMEOUT_S: '5', LOG_LEVEL: 'warn', DRAIN_WAIT_S: '0' }
  const modules = [
    ...(waits ? [`data:text/javascript,globalThis.leadApiWaits=${JSON.stringify(waits)}`] : []),
    ...(reach ? [`data:text/javascript,globalThis.leadApiReach=${JSON.stringify(reach)}`] : []),
    ...(takesOrders ? ['./test/crash/obey-orders.mjs'] : []),
  ]
  const before = modules.flatMap((module) => ['--import', module])
  const child = spawn(process.execPath, [...before, 'scripts/start.mjs'], {
    // Named as a script of npm's it ends when we do, however we end.
    cwd: root,
    env: { ...process.env, ...unset, ...usual, ...place, ...settings, npm_lifecycle_event: 'e2e' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const ended = once(child, 'exit')
  const address = `http://127.0.0.1:${place.PORT}`
  const goOn = () => {
    process.off('exit', goOn)
    child.kill('SIGCONT')
  }
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal)
    goOn()
    const [code] = await ended
    if (dataDir === undefined) rmSync(place.DATA_DIR, { recursive: true, force: true })
    return code
  }
  return {
    address,
    pid: child.pid ?? 0,
    dataDir: place.DATA_DIR,
    ready: () => Promise.race([untilReady(address), ended.then(() => false)]),
    stop: async () => {
      const code = await end('SIGTERM')
      if (code !== 0) console.log(`The server ended with ${code}, and said:\n${said}`)
      return code === 0
    },
    kill: () => end('SIGKILL'),
    hang: () => {
      // One that stands still would not see that we end.
      process.on('exit', goOn)
      child.kill('SIGSTOP')
    },
    goOn,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    tell: (order) => child.send(order, () => undefined),
    told: (signal) =>
      once(child, 'message', { signal }).then(
        () => true,
        () => false,
      ),
    said: () => said,
  }
}

/**
 * @typedef {object} Options
 * @property {string} [databaseUrl] a PostgreSQL instead of the embedded database
 * @property {number | undefined} [port]
 * @property {string | undefined} [dataDir] a folder that is kept afterwards
 * @property {Record<string, string>} [settings]
 * @property {Partial<import('@/lib/jobs/waits').Waits>} [waits] in ms, where it does not wait as in life
 * @property {import('@/lib/webhooks/receiver-address').Reach} [reach] where receivers may be, other than in life
 * @property {string} [root] of another version of the product
 * @property {boolean} [takesOrders] whether it does what it is told by `tell`; see obey-orders.mjs in test/crash
 */

/**
 * @typedef {object} Server
 * @property {string} address
 * @property {number} pid
 * @property {string} dataDir
 * @property {() => Promise<boolean>} ready whether it answers requests; false when it has ended instead
 * @property {() => Promise<boolean>} stop asks it to end; whether it ended in order
 * @property {() => Promise<unknown>} kill ends it as a power cut does
 * @property {() => void} hang stops it where it is
 * @property {() => void} goOn lets it go on from there
 * @property {() => boolean} hasEnded
 * @property {(order: import('../crash/control.mjs').Order) => void} tell
 * @property {(signal: AbortSignal) => Promise<boolean>} told whether it says anything, before the signal
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
