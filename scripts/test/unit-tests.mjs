import { existsSync, readFileSync, rmSync } from 'node:fs'
import { believed } from './counts.mjs'
import { runLoudly } from './run-loudly.mjs'

const report = 'test-results/unit.json'

/**
 * Runs the unit tests, those of the stores on PostgreSQL too where there is one.
 * @param {string} node the Node program to run them with
 * @param {string | null} postgresUrl a server where databases may be created
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runUnitTests(node, postgresUrl) {
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const options = ['--silent=passed-only', ...reporters]
  const succeeded = await runLoudly(node, ['node_modules/vitest/vitest.mjs', 'run', ...options], {
    NO_COLOR: '1',
    ...(postgresUrl && { TEST_DATABASE_URL: postgresUrl }),
  })
  return believed(readReport(), succeeded)
}

/** @returns {import('./counts.mjs').Counts} */
function readReport() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}
