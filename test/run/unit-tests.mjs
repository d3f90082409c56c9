import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { failedUnitTests, retries } from './failures.mjs'
import { runLoudly } from './run-loudly.mjs'
import { believed } from './tally.mjs'

const report = 'test-results/unit.json'

/**
 * Runs the unit tests; those of the stores on PostgreSQL too where there is one.
 * @param {object} options
 * @param {string} [options.node] the Node program to run them with, by default this one
 * @param {string | null} options.postgresUrl a server where databases may be created
 * @param {boolean} [options.all] all on PostgreSQL too, and as much of what can be had in any amount
 * @param {boolean} [options.times] notes what each file spends its time on
 * @returns {Promise<import('./tally.mjs').Counts>}
 */
export async function runUnitTests({ node = process.execPath, postgresUrl, all, times }) {
  rmSync(report, { force: true })
  const reporters = ['default', 'json', ...(times ? ['./test/run/unit-times.mjs'] : [])]
  const options = [
    `--retry=${retries}`,
    '--silent=passed-only',
    ...reporters.map((reporter) => `--reporter=${reporter}`),
  ]
  const program = ['node_modules/vitest/vitest.mjs', 'run', `--outputFile.json=${report}`]
  const succeeded = await runLoudly(node, [...program, ...options], {
    NO_COLOR: '1',
    TEST_DATABASE_URL: postgresUrl ?? '',
    TEST_ALL: all ? '1' : '',
  })
  return believed(readReport(), succeeded)
}

/** @returns {import('./tally.mjs').Counts} */
function readReport() {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const said = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: said.numPassedTests, failed: said.numFailedTests, ...failedUnitTests(said) }
}

/**
 * Another version of Node, fetched through npm.
 * @param {string} version such as `24`
 * @returns {string | null} its program, or null where it cannot be had
 */
export function anotherNode(version) {
  const args = ['-y', '-p', `node@${version}`, '-c', 'node -p process.execPath']
  const { status, stdout } = spawnSync('npx', args, { encoding: 'utf8', timeout: 120_000 })
  return status === 0 ? stdout.trim() : null
}
