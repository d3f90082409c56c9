import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startProgram } from '../e2e/start-program.mjs'
import { startServer } from '../e2e/start-server.mjs'

const settings = {
  VITEC_USERNAME: 'sandbox',
  VITEC_PASSWORD: 'not-a-secret',
  ADDRESS_MAX_PER_MINUTE: '1000000',
}
/** What is measured is what a lead costs, not how few of them Vitec is asked to take. */
const high = { VITEC_MAX_PER_SECOND: '1000', VITEC_MAX_CONCURRENT: '100' }

/** @typedef {{ address: string, pid: number, stop: () => Promise<unknown> }} Service */

/**
 * The product with a new database.
 * @param {string} vitec
 * @param {{ databaseUrl?: string, isPatient?: boolean }} [options] databaseUrl: of a PostgreSQL; the embedded database
 *   without. isPatient: Vitec is asked as seldom as in life, so that what is accepted is sent at another time
 */
export async function startProduct(vitec, { databaseUrl, isPatient = false } = {}) {
  return startServer({
    ...(databaseUrl !== undefined && { databaseUrl }),
    settings: { ...settings, ...(!isPatient && high), VITEC_BASE_URL: vitec },
  })
}

/**
 * The floor on a PostgreSQL, or on the embedded database that the product uses.
 * @param {string} vitec
 * @param {string} [databaseUrl]
 * @returns {Promise<Service>}
 */
export async function startFloor(vitec, databaseUrl) {
  const folder = databaseUrl === undefined ? mkdtempSync(join(tmpdir(), 'lead-api-floor-')) : null
  const floor = await startProgram('test/bench/floor.mjs', databaseUrl ?? folder ?? '', vitec)
  return {
    ...floor,
    stop: async () => {
      await floor.stop()
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** @returns {Promise<string>} the address of a new database in the same PostgreSQL */
export async function newDatabase(/** @type {string} */ url, /** @type {string} */ name) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  await client.end()
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

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
