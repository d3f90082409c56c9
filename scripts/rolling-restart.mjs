/**
 * `npm run rolling-restart`: two instances on one PostgreSQL behind nginx and behind Caddy, restarted in turn under load;
 * `-- --only nginx` for one of them, `-- --from REV` from the version of that revision to this one and back. Nothing may
 * fail, be lost or come to Vitec twice.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { values } = parseArgs({ options: { only: { type: 'string' }, from: { type: 'string' } } })
const shutdown = watchForShutdown()

await install(process.cwd(), shutdown)
// Servers that start side by side would each build.
await build(process.cwd(), shutdown)
const { restartNames, testFrom, testRestarts } = await import('../test/restarts/test-restarts.mjs')
const only = restartNames.filter((name) => values.only === undefined || name === values.only)
if (only.length === 0) throw new Error(`--only is one of ${restartNames.join(', ')}`)
const { passed, failed } = await (values.from === undefined ? testRestarts(only) : testFrom(values.from))
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
