/**
 * What an operator does with the database, while the service runs or not; see docs/operations.md.
 *
 * `npm run db:dump -- FILE` · `npm run db:restore -- FILE` · `npm run db:move` with NEW_DATABASE, or `--unseal` ·
 * `npm run db:sql -- "SELECT …"` with `--write`, `--json` · `npm run db:upgrade` with `--pglite NAME` ·
 * `npm run people:recover` with an e-mail address, `--new`
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tsImport } from 'tsx/esm/api'
import { generate } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'
import { StartError } from './start/step.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const from = process.cwd()
process.chdir(root)
const shutdown = watchForShutdown()

try {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false })
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: flag, json: flag, unseal: flag, new: flag, pglite: { type: 'string' } },
  })
  const [command = '', argument, ...more] = positionals
  if (more.length > 0) throw new StartError(`One thing at a time: ${more.join(' ')} is too much`)
  await install(root, shutdown)
  await generate(root, shutdown)
  const { readSettings } = await tsImport('../server/read-settings.ts', import.meta.url)
  const env = readSettings(root)
  const { operate } = await tsImport('../lib/composition/operate/operate.ts', import.meta.url)
  // Other users of the machine see arguments, and this one has a password.
  const wanted = command === 'move' ? (argument ?? process.env.NEW_DATABASE) : argument
  await operate(env, { command, argument: wanted, from, atEnd: shutdown.before, ...values })
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
process.exit()
