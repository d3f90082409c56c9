import { fileURLToPath } from 'node:url'
import { build } from '../../scripts/start/build.mjs'
import { install } from '../../scripts/start/install.mjs'
import { watchForShutdown } from '../../scripts/start/shutdown.mjs'
import { testSeed } from '../run/seed.mjs'

/**
 * Runs one proof with the built product, prints what it found, and ends the process by it.
 * @param {string} what
 * @param {() => Promise<() => Promise<import('./verdict.mjs').Finding[] | null>>} load loads the proof, when its packages
 *   are there
 */
export async function prove(what, load) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  process.chdir(root)
  const shutdown = watchForShutdown()
  await install(root, shutdown)
  // Servers that start side by side would each build.
  await build(root, shutdown)
  const run = await load()
  const { judge } = await import('./judge.mjs')
  console.log(`\n${what} (TEST_SEED=${testSeed})`)
  const { passed, failed } = judge(await run())
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}
