import { fileURLToPath } from 'node:url'
import { build, generate } from './build.mjs'
import { compileFront } from './compile-front.mjs'
import { endWithNpm } from './end-with-npm.mjs'
import { install } from './install.mjs'
import { say, tellCrashes } from './say.mjs'
import { watchForShutdown } from './shutdown.mjs'
import { StartError, seconds, step } from './step.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * From a fresh clone to a serving process; ends the process where that is not possible.
 * @param {{ dev: boolean }} options
 */
export async function run({ dev }) {
  tellCrashes()
  const shutdown = watchForShutdown()
  endWithNpm(shutdown)
  try {
    await start(dev, shutdown)
  } catch (error) {
    // What is being stopped fails in many ways, none of them news.
    if (shutdown.begun()) return
    if (!(error instanceof StartError)) throw error
    say(
      `\nLead API did not start. ${error.message}`,
      { reason: error.message, msg: 'Lead API did not start' },
      'fatal',
    )
    process.exit(1)
  }
}

/** @param {boolean} dev @param {import('./shutdown.mjs').Shutdown} shutdown */
async function start(dev, shutdown) {
  process.chdir(root)
  Object.assign(process.env, {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
  })
  await step('install', () => install(root, shutdown))
  const { openFrontDoor } = await compileFront(root)
  const door = await openFrontDoor({ root, dev, before: shutdown.before })
  await step('generate', () => generate(root, shutdown))
  if (!dev) await step('build', () => build(root, shutdown))

  const serving = door.serve()
  await step('serve', async () => {
    const { migrationMs } = await serving
    return `database open and migrated in ${seconds(migrationMs).trim()}`
  })
  shutdown.serving()
  door.announce(await serving)
}
