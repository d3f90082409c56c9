import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Settings as they are when nothing is set, whatever the environment and `.env` say. */
const unset = Object.fromEntries(
  ['HOST', 'DATABASE_URL', 'VITEC_BASE_URL', 'VITEC_USERNAME', 'VITEC_PASSWORD', 'VITEC_LEAD_PATH']
    .concat([
      'VITEC_LEAD_SOURCES_PATH',
      'VITEC_REPORT_PATH',
      'VITEC_MAX_CONCURRENT',
      'VITEC_MAX_PER_SECOND',
      'DEFAULT_CUSTOMER_ID',
    ])
    .map((name) => [name, '']),
)

/** A build on a slow machine may take minutes. */
const startLimitMs = 300_000

/**
 * Starts the product as `npm start` does, on a free port and with a data folder of its own.
 * @param {string} databaseUrl a PostgreSQL, or '' for the embedded database
 * @returns {Promise<{ address: string, stop: () => Promise<boolean> }>} stop answers whether it ended in order
 * @throws {Error} with what the server said, when it does not start
 */
export async function startServer(databaseUrl) {
  const port = await freePort()
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-e2e-'))
  // An attempt that is never answered ends within the time a form waits, so that no journey takes longer.
  const settings = { PORT: `${port}`, DATA_DIR: dataDir, DATABASE_URL: databaseUrl, VITEC_TIMEOUT_S: '5' }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    // Named as a script of npm's it ends when we do, however we end.
    env: { ...process.env, ...unset, ...settings, LOG_LEVEL: 'warn', npm_lifecycle_event: 'e2e' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  const ended = once(child, 'exit')
  const address = `http://127.0.0.1:${port}`

  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = await ended
    rmSync(dataDir, { recursive: true, force: true })
    if (code !== 0) console.log(`The server ended with ${code}, and said:\n${said}`)
    return code === 0
  }
  const started = await Promise.race([untilReady(address), ended.then(() => false)])
  if (!started) {
    await stop()
    throw new Error('The server did not start')
  }
  return { address, stop }
}

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

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  await once(server, 'close')
  return port
}
