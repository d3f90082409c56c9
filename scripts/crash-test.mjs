/**
 * `npm run crash-test -- --rounds 100`: sends leads while the product (or PostgreSQL) is killed, paused, hung or has its
 * clock set, again and again, and says what came of them. `--mode paused` for one of the modes in
 * test/crash/test-crashes.mjs, `--real-waits` to wait for what is left behind as long as in life.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './start/build.mjs'
import { install } from './start/install.mjs'
import { watchForShutdown } from './start/shutdown.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    mode: { type: 'string' },
    'real-waits': { type: 'boolean', default: false },
  },
})
const shutdown = watchForShutdown()

await install(root, shutdown)
// Servers that start side by side would each build.
await build(root, shutdown)
const { testCrashes } = await import('../test/crash/test-crashes.mjs')
const { passed, failed } = await testCrashes(Number(values.rounds), {
  only: values.mode?.split(','),
  realWaits: values['real-waits'],
})
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
