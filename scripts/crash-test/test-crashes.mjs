import { sum } from '../test/counts.mjs'
import { testSeed } from '../test/seed.mjs'
import { judge } from './judge.mjs'
import { modes, runCrashTest } from './run-crash-test.mjs'

/**
 * The crash test in every mode, or in one; prints what it finds. A mode counts as one test. The modes run side by side:
 * each mostly waits, for a life to end or for what a crash left behind to be seen to.
 * @param {number} rounds
 * @param {{ only?: string | undefined, realWaits?: boolean }} [options] only: a mode
 * @returns {Promise<import('../test/counts.mjs').Counts>}
 * @throws {Error} for a number of rounds or a mode that there is not
 */
export async function testCrashes(rounds, { only, realWaits = false } = {}) {
  const names = /** @type {(keyof typeof modes)[]} */ (Object.keys(modes))
  const chosen = names.filter((name) => only === undefined || name === only)
  if (chosen.length === 0) throw new Error(`--mode is one of ${names.join(', ')}`)
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds is a number of crashes')
  const found = await Promise.all(chosen.map((mode) => runCrashTest({ mode, rounds, realWaits })))
  const counts = chosen.map((mode, index) => {
    console.log(`\n${rounds} crashes, mode ${mode} (TEST_SEED=${testSeed})`)
    return judge(found[index] ?? null)
  })
  return sum(counts)
}
