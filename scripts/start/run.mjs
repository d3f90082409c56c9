import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'
import { nameClients } from './client-address.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { createGate } from './gate.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { listen } from './listen.mjs'
import { oneLineConsole } from './one-line-console.mjs'
import { safeHeaders } from './safe-headers.mjs'
import { tellSetUpLink } from './set-up-link.mjs'
import { readSettings } from './settings.mjs'
import { watchForShutdown } from './shutdown.mjs'
import { StartError } from './start-error.mjs'
import { seconds, step } from './step.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * From a fresh clone to a serving process; ends the process where that is not possible.
 * @param {{ dev: boolean }} options
 */
export async function run({ dev }) {
  const shutdown = watchForShutdown()
  endWithNpm(shutdown)
  try {
    await start(dev, shutdown)
  } catch (error) {
    // What is being stopped fails in many ways, none of them news.
    if (shutdown.begun()) return
    if (!(error instanceof StartError)) throw error
    console.error(`\nLead API did not start. ${error.message}`)
    process.exit(1)
  }
}

/** Where everybody has to say who they are, a name that leads here opens nothing; and load balancers use many. */
const anyHost = (/** @type {string} */ host) => host !== ''

/** @param {boolean} dev @param {import('./shutdown.mjs').Shutdown} shutdown */
async function start(dev, shutdown) {
  process.chdir(root)
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
  })
  await step('install', () => install(root, shutdown))
  const { env, isLoopback } = await readSettings(root)
  const isOpen = env.access === 'open'
  const accepts = isOpen ? isLoopback : anyHost
  const isHttps = env.PUBLIC_URL?.startsWith('https:') ?? false
  const protect = safeHeaders({ isHttps, isDev: dev })
  const gate = createGate(accepts, {
    nameClient: nameClients(env.TRUSTED_PROXIES),
    protect,
    isOpen,
    isDev: dev,
  })
  const address = await listen(gate.server, env)
  await step('generate', () => generate(root, shutdown))
  if (!dev) await step('build', () => build(root, shutdown))

  const { serve } = await import('./serve.mjs')
  /** @type {import('./handover.mjs').Application | undefined} */
  let application
  await step('serve', async () => {
    application = await serve({ root, dev, gate, host: env.HOST, port: env.PORT, shutdown })
    return `database open and migrated in ${seconds(application.migrationMs).trim()}`
  })
  shutdown.serving()
  const shown = env.PUBLIC_URL?.replace(/\/$/, '') ?? address
  const vitec = env.VITEC_BASE_URL ?? `a stand-in for it, with its inbox at ${shown}/sandbox/inbox`
  console.log(`\nLead API · ${env.mode} · ${shown}`)
  console.log(`  vitec     ${vitec}`)
  console.log(`  database  ${application?.database}`)
  tellSetUpLink(application?.setUpLink ?? null, { dataDir: env.DATA_DIR, isTerminal: process.stdout.isTTY })
  oneLineConsole({
    console,
    write: (line) => process.stdout.write(line),
    isTerminal: process.stdout.isTTY,
  })
}
