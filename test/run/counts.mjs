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
