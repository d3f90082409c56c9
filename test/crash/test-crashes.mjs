import { testSeed } from '../run/random.mjs'
import { sum } from '../run/tally.mjs'
import { runPauses } from './pauses.mjs'
import { modes, runCrashTest } from './run-crash-test.mjs'
import { judge } from './verdict.mjs'

/** Those in which something is killed. */
export const kills = ['server', 'server-on-postgres', 'postgres']

/** @type {Record<string, (options: { rounds: number, realWaits: boolean }) => ReturnType<typeof runPauses>>} */
const runs = {
  ...Object.fromEntries(
    /** @type {(keyof typeof modes)[]} */ (Object.keys(modes)).map((mode) => [
      mode,
      (options) => runCrashTest({ mode, ...options }),
    ]),
  ),
  paused: runPauses,
}

/**
 * The crash test in every mode, or in some; prints what it finds. A mode counts as one test. The modes run side by side:
 * each mostly waits, for a life to end or for what a crash left behind to be seen to.
 * @param {number} rounds
 * @param {{ only?: string[] | undefined, realWaits?: boolean }} [options] only: modes
 * @returns {Promise<import('../run/tally.mjs').Counts>}
 * @throws {Error} for a number of rounds or a mode that there is not
 */
export async function testCrashes(rounds, { only = Object.keys(runs), realWaits = false } = {}) {
  if (!only.every((mode) => mode in runs)) throw new Error(`--mode is one of ${Object.keys(runs).join(', ')}`)
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds is a number of crashes')
  const found = await Promise.all(only.map((mode) => runs[mode]?.({ rounds, realWaits }) ?? null))
  const counts = only.map((mode, index) => {
    console.log(`\n${rounds} rounds, mode ${mode} (TEST_SEED=${testSeed})`)
    return judge(mode, found[index] ?? null)
  })
  return sum(counts)
}
