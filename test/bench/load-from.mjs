import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * What a service does under load.
 * @typedef {object} Load
 * @property {number} answered
 * @property {number} perSecond
 * @property {number} nodeMs CPU of the service's process for one request
 * @property {number} postgresMs CPU of PostgreSQL for one request
 * @property {number} medianMs
 * @property {number} slowMs the slowest of a hundred
 * @property {Record<string, number>} codes
 */

/** The code that is right for each kind of request. */
const rightCode = { accepted: 202, delivered: 200, empty: 200 }

/**
 * @param {string} address
 * @param {{ kind: keyof typeof rightCode, callers: number, seconds: number, leads?: number, pid: number,
 *   postgresPid?: number | undefined }} options
 * @returns {Promise<Load>}
 * @throws {Error} where one request in a hundred was answered otherwise: then nothing was measured
 */
export async function loadFrom(address, options) {
  const { stdout } = await run(process.execPath, ['test/bench/load.mjs', address, JSON.stringify(options)])
  /** @type {Load} */
  const load = JSON.parse(stdout)
  const right = load.codes[rightCode[options.kind]] ?? 0
  if (right < load.answered * 0.99)
    throw new Error(`${options.kind}: answered with ${JSON.stringify(load.codes)}`)
  return load
}
