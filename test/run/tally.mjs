import { performance } from 'node:perf_hooks'
import { seconds } from '../../scripts/start/step.mjs'

/** Does the parts of the tests, and counts. */
export function startTally() {
  /** @type {Counts[]} */
  const counts = []
  /** @type {{ name: string, ms: number }[]} */
  const times = []
  return {
    /**
     * A part that cannot be done is a failure, and the others can still be.
     * @param {string} name
     * @param {() => Promise<Counts | undefined>} work
     */
    part: async (name, work) => {
      console.log(`\n${name}`)
      const began = performance.now()
      try {
        counts.push((await work()) ?? sum([]))
      } catch (error) {
        console.log(error instanceof Error ? error.message : error)
        counts.push(one(false))
      }
      times.push({ name, ms: performance.now() - began })
      console.log(`${name}: ${seconds(performance.now() - began).trim()}`)
    },
    times: () => times,
    total: () => sum(counts),
  }
}

/** @typedef {ReturnType<typeof startTally>} Tally */

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {Counts[]} counts @returns {Counts} */
export function sum(counts) {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
  }
}

/** @param {boolean} passed @returns {Counts} */
export function one(passed) {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * What a program says of its tests, together with how it ended: one that fails without naming a failed test
 * (a crash, a file that cannot be read, no tests at all) is a failure too.
 * @param {Counts} said
 * @param {boolean} succeeded
 * @returns {Counts}
 */
export function believed(said, succeeded) {
  const failed = said.failed > 0 || (succeeded && said.passed > 0) ? said.failed : 1
  return { passed: said.passed, failed }
}
