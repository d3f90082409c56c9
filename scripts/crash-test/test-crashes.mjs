import { sum } from '../test/counts.mjs'
import { judge } from './judge.mjs'
import { modes, runCrashTest } from './run-crash-test.mjs'

/**
 * The crash test in every mode, or in one; prints what it finds. A mode counts as one test.
 * @param {number} rounds
 * @param {string} [only] a mode
 * @returns {Promise<import('../test/counts.mjs').Counts>}
 * @throws {Error} for a number of rounds or a mode that there is not
 */
export async function testCrashes(rounds, only) {
  const names = /** @type {(keyof typeof modes)[]} */ (Object.keys(modes))
  const chosen = names.filter((name) => only === undefined || name === only)
  if (chosen.length === 0) throw new Error(`--mode is one of ${names.join(', ')}`)
  if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds is a number of crashes')
  /** @type {import('../test/counts.mjs').Counts[]} */
  const counts = []
  for (const mode of chosen) {
    console.log(`\n${rounds} crashes, mode ${mode}`)
    counts.push(judge(await runCrashTest({ mode, rounds })))
  }
  return sum(counts)
}
