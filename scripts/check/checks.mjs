import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { seconds } from '../start/step.mjs'

/** What the others read: the Prisma client and the types of Next's routes. */
const preparations = [
  ['lock file', 'scripts/lock-fix.mjs', '--check'],
  ['prisma client', 'scripts/generate.mjs'],
  ['route types', 'node_modules/next/dist/bin/next', 'typegen'],
]

/** The longest first, so that no processor waits for the last one alone. */
const checks = [
  ['schema drift', 'scripts/db-migrate.mjs', '--check'],
  ['migrations', 'scripts/check-migrations.mjs'],
  ['import arrow', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '.', '--output-type', 'err'],
  ['unused code', 'node_modules/knip/bin/knip.js', '--no-config-hints', '--no-progress'],
  ['shape', 'scripts/shape.mjs', '--check'],
  ['types', 'node_modules/typescript-7/bin/tsc', '--noEmit'],
  ['openapi', 'scripts/check-openapi.mjs'],
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off', '--error-on-warnings'],
  ['messages', 'scripts/check-messages.mjs'],
]

/** The status of a check whose tool npm does not bring here: that is no fault of what is checked. */
export const notHad = 3

/** What these say is worth reading when they pass too. */
const heard = ['shape']

/**
 * Runs every check and prints a line for each, and what it says when it fails (`heard` ones always).
 * @returns {Promise<Result[]>}
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

/**
 * Does every piece of work, as many at once as there are processors, in the order given.
 * @template T
 * @param {(() => Promise<T>)[]} works
 * @returns {Promise<T[]>}
 */
async function inParallel(works) {
  const waiting = works.entries()
  /** @type {T[]} */
  const results = []
  const worker = async () => {
    for (const [index, work] of waiting) results[index] = await work()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}

/** @typedef {{ name: string, passed: boolean, ms: number, output: string }} Result */

/**
 * Runs a Node program and keeps what it says.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Result>} passed when it exits with 0; never rejects
 */
function runProgram(name, args) {
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {Buffer[]} */
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  return new Promise((resolve) => {
    const end = (/** @type {boolean} */ passed, /** @type {string} */ last) => {
      resolve({ name, passed, ms: performance.now() - began, output: `${Buffer.concat(output)}${last}` })
    }
    child.once('error', (error) => end(false, error.message))
    child.once('close', (code, signal) => end(code === 0, signal ? `ended by ${signal}\n` : ''))
  })
}
