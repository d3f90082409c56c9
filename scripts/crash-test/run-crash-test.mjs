import { rmSync } from 'node:fs'
import { freePort, spawnServer } from '../e2e/start-server.mjs'
import { startPostgres } from '../postgres.mjs'
import { newDataFolder } from '../test/data-template.mjs'
import { seededRandom } from '../test/random.mjs'
import { testSeed } from '../test/seed.mjs'
import { crash } from './crash-modes.mjs'
import { startLoad } from './load.mjs'
import { readLog, wasInterrupted } from './read-log.mjs'
import { startStandIn } from './start-stand-in.mjs'
import { untilSettled } from './until-settled.mjs'
import { verdict } from './verdict.mjs'

const callers = 8

/** What crashes, and on which database the product runs. */
export const modes = /** @type {const} */ ({
  server: { crashes: 'server', database: 'embedded' },
  'server-on-postgres': { crashes: 'server', database: 'postgres' },
  postgres: { crashes: 'postgres', database: 'postgres' },
})

/** Short, so that the end is soon settled; more than a stand-in on this machine needs. */
const settings = { VITEC_TIMEOUT_S: '2', VITEC_MAX_CONCURRENT: '20', VITEC_MAX_PER_SECOND: '100' }

/**
 * Sends leads to the product while it, or its database, crashes again and again; then waits until every lead is
 * settled, and compares what callers were told, what the log says and what Vitec has.
 * @param {{ mode: keyof typeof modes, rounds: number, realWaits?: boolean }} options realWaits: see short-waits.mjs
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runCrashTest({ mode, rounds, realWaits = false }) {
  const { crashes, database } = modes[mode]
  const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : null
  if (database === 'postgres' && !postgres) return null
  const dataDir = newDataFolder()
  const standIn = await startStandIn(testSeed)
  const options = { port: await freePort(), dataDir, databaseUrl: postgres?.url ?? '' }
  const vitec = { VITEC_BASE_URL: standIn.address, VITEC_USERNAME: 'sandbox', VITEC_PASSWORD: 'not-a-secret' }
  const random = seededRandom(testSeed)
  const start = () =>
    spawnServer({
      ...options,
      settings: { ...settings, ...vitec, LOG_LEVEL: 'silent' },
      shortWaits: !realWaits,
    })

  let server = await start()
  try {
    if (!(await server.ready())) throw new Error(`The server did not start, and said:\n${server.said()}`)
    const load = startLoad({ addresses: [server.address], callers, random })
    const acknowledged = () => load.leads.filter(({ id }) => id !== null).length
    for (let round = 0; round < rounds; round++) {
      server = await crash[crashes]({ server, start, postgres, acknowledged, random }, round)
    }
    await load.stop()
    await untilSettled(server.address)
    const logged = await readLog(server.address)
    const atVitec = (await standIn.memory()).leads
    return verdict({ sent: load.leads, logged: await withCauses(server.address, logged), atVitec })
  } finally {
    await server.stop()
    await standIn.stop()
    await postgres?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function withCauses(
  /** @type {string} */ address,
  /** @type {import('./read-log.mjs').LoggedLead[]} */ logged,
) {
  return Promise.all(
    logged.map(async (lead) => ({
      ...lead,
      isInterrupted: lead.status === 'unknown' && (await wasInterrupted(address, lead.id)),
    })),
  )
}
