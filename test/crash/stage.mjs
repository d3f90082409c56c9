import { startProgram } from '../e2e/start-program.mjs'
import { startServer } from '../e2e/start-server.mjs'
import { startPostgres } from '../support/postgres.mjs'
import { askDatabase } from '../support/product-records.mjs'

/**
 * What most proofs of this folder run on: a PostgreSQL of its own, a stand-in for Vitec, and instances of the built product
 * that send there. All of it is gone afterwards, however it ended.
 * @template {StandIn<unknown>} Vitec
 * @template Found
 * @param {{ startVitec: () => Promise<Vitec>, settings?: Record<string, string>, isDurable?: boolean }} options
 *   isDurable: see test/support/postgres.mjs
 * @param {(stage: Stage<Vitec>) => Promise<Found>} play
 * @returns {Promise<Found | null>} null where no PostgreSQL can be started
 */
export async function onStage({ startVitec, settings = {}, isDurable = true }, play) {
  const postgres = await startPostgres({ isDurable })
  if (!postgres) return null
  const standIn = await startVitec()
  const database = await askDatabase(postgres.url)
  /** @type {import('../e2e/start-server.mjs').Server[]} */
  const servers = []
  const start = async (options = {}) => {
    const server = await startServer({
      ...{ databaseUrl: postgres.url, ...options },
      settings: { ...settingsFor(standIn), ...settings },
    })
    servers.push(server)
    return server
  }
  try {
    return await play({ standIn, database, start })
  } finally {
    await database.end()
    await Promise.all(servers.map((server) => server.stop()))
    await standIn.stop()
    await postgres.stop()
  }
}

/**
 * How the product finds a stand-in; callers are not limited, so that all there is can be stored at once.
 * @param {{ address: string }} standIn
 */
export const settingsFor = ({ address }) => ({
  VITEC_BASE_URL: address,
  VITEC_USERNAME: 'sandbox',
  VITEC_PASSWORD: 'not-a-secret',
  ADDRESS_MAX_PER_MINUTE: '1000000',
})

/**
 * @template StandIn
 * @typedef {object} Stage
 * @property {StandIn} standIn
 * @property {Awaited<ReturnType<typeof askDatabase>>} database
 * @property {(options?: Pick<import('../e2e/start-server.mjs').Options, 'waits' | 'takesOrders'>) =>
 *   Promise<import('../e2e/start-server.mjs').Server>} start another instance; one after the other, as the first may build
 */

/**
 * Starts the stand-in for Vitec as a process of its own. It ends with this one.
 * @param {number} seed for what it does at random
 * @returns {Promise<StandIn<Memory>>}
 */
export function startStandIn(seed) {
  return start(['--import', 'tsx', 'test/crash/stand-in.ts', `${seed}`])
}

/**
 * The same with the one that does little, always as fast, and notes when requests arrive.
 * @returns {Promise<StandIn<Memory & { arrivals: Arrival[] }>>}
 */
export function startPlainStandIn() {
  return start(['test/crash/plain-stand-in.mjs'])
}

async function start(/** @type {string[]} */ program) {
  const { address, stop } = await startProgram(...program)
  return { address, memory: async () => (await fetch(`${address}/memory.json`)).json(), stop }
}

/**
 * @template Kept
 * @typedef {{ address: string, memory: () => Promise<Kept>, stop: () => Promise<unknown> }} StandIn
 */
/**
 * @typedef {object} Arrival
 * @property {string} lastName
 * @property {number} at see monotonic.mjs
 */
/**
 * @typedef {object} Memory
 * @property {{ id: string, lastName: string }[]} leads all that it has kept
 * @property {number} mostAtOnce the most requests that it had at the same time
 */
