/**
 * `npm run secrets:rotate` seals with the first of SECRETS_KEYS what an older one sealed; then the older one can go.
 * With PostgreSQL the service may run meanwhile; the embedded database has to be stopped first, and says so.
 */
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'
import { generate } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'
import { StartError } from './start/step.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const shutdown = watchForShutdown()

try {
  await install(root, shutdown)
  await generate(root, shutdown)
  const { readSettings } = await tsImport('../server/read-settings.ts', import.meta.url)
  const env = readSettings(root)
  const { rotateSecrets } = await tsImport('../lib/composition/rotate-secrets.ts', import.meta.url)
  const { resealed, current, unreadable } = await rotateSecrets(env)
  console.log(`${resealed} sealed anew, ${current} were sealed with ${env.SECRETS_KEYS[0]?.id} before`)
  if (unreadable.length > 0) {
    console.error(`No key opens the accounts of these customers: ${unreadable.join(', ')}`)
    process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error instanceof StartError ? error.message : `Nothing was changed. ${error.message}`)
  process.exitCode = 1
}
process.exit()
