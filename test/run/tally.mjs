import { performance } from 'node:perf_hooks'
import { seconds } from '../../scripts/start/step.mjs'

/** Does the parts of the tests, and counts. */
export function startTally() {
  /** @type {Counts[]} */
  const counts = []
  /** @type {{ name: string, ms: number }[]} */
  const times = []
  /** @type {string[]} */
  const failures = []
  /** @type {string[]} */
  const again = []
  const add = (/** @type {string} */ part, /** @type {Counts} */ found) => {
    counts.push(found)
    const names = found.failures ?? []
    failures.push(...names.map((name) => `${part}: ${name}`))
    again.push(...(found.again ?? []).map((name) => `${part}: ${name}`))
    const unnamed = found.failed - names.length
    if (unnamed > 0) failures.push(`${part}: ${unnamed} without a name`)
  }
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
        add(name, (await work()) ?? sum([]))
      } catch (error) {
        const said = error instanceof Error ? error.message : `${error}`
        console.log(said)
        add(name, one(false, firstLine(said)))
      }
      times.push({ name, ms: performance.now() - began })
      console.log(`${name}: ${seconds(performance.now() - began).trim()}`)
    },
    times: () => times,
    /** What failed, a line each: whoever has only the end of a long log needs to know. */
    failures: () => failures,
    again: () => again,
    total: () => sum(counts),
  }
}

/** @typedef {ReturnType<typeof startTally>} Tally */

/**
 * @typedef {{ passed: number, failed: number, failures?: string[], again?: string[] }} Counts
 *   failures: the names of those that have one. again: of those that passed only when they were tried once more
 */

/** @param {Counts[]} counts @returns {Counts} */
export function sum(counts) {
  return {
    passed: counts.reduce((total, { passed }) => total + passed, 0),
    failed: counts.reduce((total, { failed }) => total + failed, 0),
    failures: counts.flatMap(({ failures = [] }) => failures),
    again: counts.flatMap(({ again = [] }) => again),
  }
}

/** @param {boolean} passed @param {string} name @returns {Counts} */
export function one(passed, name) {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [name] }
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
  return { ...said, failed }
}

/** @param {string} text @returns {string} of what it says the first line, as much of it as a log has room for */
export function firstLine(text) {
  return (text.trim().split('\n')[0] ?? '').slice(0, 200)
}
