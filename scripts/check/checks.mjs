import { seconds } from '../start/step.mjs'
import { inParallel } from './in-parallel.mjs'
import { runProgram } from './run-program.mjs'

/** What the others read: the Prisma client and the types of Next's routes. */
const preparations = [
  ['lock file', 'scripts/lock-fix.mjs', '--check'],
  ['prisma client', 'scripts/generate.mjs'],
  ['route types', 'node_modules/next/dist/bin/next', 'typegen'],
]

/** The longest first, so that no processor waits for the last one alone. */
const checks = [
  ['schema drift', 'scripts/db-drift.mjs'],
  ['import arrow', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '.', '--output-type', 'err'],
  ['unused code', 'node_modules/knip/bin/knip.js', '--no-config-hints', '--no-progress'],
  ['shape', 'scripts/shape.mjs', '--check'],
  ['types', 'node_modules/typescript-7/bin/tsc', '--noEmit'],
  ['openapi', 'scripts/check-openapi.mjs'],
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off', '--error-on-warnings'],
  ['messages', 'scripts/check-messages.mjs'],
]

/** What these say is worth reading when they pass too. */
const heard = ['shape']

/**
 * Runs every check and prints a line for each, and what it says when it fails (`heard` ones always).
 * @returns {Promise<import('./run-program.mjs').Result[]>}
 */
export async function runChecks() {
  const first = await inParallel(preparations.map(toRun))
  return [...first, ...(await inParallel(checks.map(toRun)))]
}

/** @param {string[]} check */
const toRun =
  ([name = '', ...args]) =>
  async () => {
    const result = await runProgram(name, args)
    console.log(`  ${result.passed ? 'passed' : 'FAILED'}  ${name.padEnd(16)}${seconds(result.ms)}`)
    const said = result.output.trimEnd()
    if (!result.passed || (said && heard.includes(name))) console.log(said.replace(/^/gm, '          '))
    return result
  }
