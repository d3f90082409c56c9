import { performance } from 'node:perf_hooks'
import { seconds } from '../../scripts/start/step.mjs'
import { one, sum } from './counts.mjs'

/** Does the parts of the tests, and counts. */
export function startTally() {
  /** @type {import('./counts.mjs').Counts[]} */
  const counts = []
  /** @type {{ name: string, ms: number }[]} */
  const times = []
  return {
    /**
     * A part that cannot be done is a failure, and the others can still be.
     * @param {string} name
     * @param {() => Promise<import('./counts.mjs').Counts | undefined>} work
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
