import { startServer } from '../e2e/start-server.mjs'
import { startPostgres } from '../support/postgres.mjs'
import { askDatabase } from './ask-database.mjs'

/**
 * What most proofs of this folder run on: a PostgreSQL of its own, a stand-in for Vitec, and instances of the built product
 * that send there. All of it is gone afterwards, however it ended.
 * @template {import('./start-stand-in.mjs').StandIn<unknown>} StandIn
 * @template Found
 * @param {{ startVitec: () => Promise<StandIn>, settings?: Record<string, string>, isDurable?: boolean }} options
 *   isDurable: see test/support/postgres.mjs
 * @param {(stage: Stage<StandIn>) => Promise<Found>} play
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
 * @property {(options?: Pick<import('../e2e/start-server.mjs').Options, 'preload'>) =>
 *   Promise<import('../e2e/start-server.mjs').Server>} start another instance; one after the other, as the first may build
 */
