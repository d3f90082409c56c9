import { rmSync } from 'node:fs'
import { shortWaits, spawnServer } from '../e2e/start-server.mjs'
import { newDataFolder } from '../run/data-template.mjs'
import { seededRandom, testSeed } from '../run/random.mjs'
import { freePort } from '../support/free-port.mjs'
import { startPostgres } from '../support/postgres.mjs'
import { readLog, untilSettled, wasInterrupted } from '../support/product-records.mjs'
import { crash } from './crash-modes.mjs'
import { startLoad } from './load.mjs'
import { settingsFor, startStandIn } from './stage.mjs'
import { verdict } from './verdict.mjs'
import { startWebhookReceiver } from './webhook-receiver.mjs'

const callers = 8
/** Most wait for Vitec and not for the database when it begins to hang. */
const manyCallers = 32

/** What happens to what, and on which database the product runs, as how many instances. */
export const modes = /** @type {const} */ ({
  server: { happens: 'server', database: 'embedded', instances: 1 },
  'server-on-postgres': { happens: 'server', database: 'postgres', instances: 1 },
  postgres: { happens: 'postgres', database: 'postgres', instances: 1 },
  'hung-postgres': { happens: 'hung', database: 'postgres', instances: 1 },
  clocks: { happens: 'clock', database: 'embedded', instances: 1 },
  'clocks-on-postgres': { happens: 'clock', database: 'postgres', instances: 2 },
})

/** Short, so that the end is soon settled; more than a stand-in on this machine needs. */
const settings = { VITEC_TIMEOUT_S: '2', VITEC_MAX_CONCURRENT: '20', VITEC_MAX_PER_SECOND: '100' }

/** In ms: what a date is off by that a clock of these tests has set. */
const clockDoubt = 30_000

/** In ms: a caller that is turned away learns it within this. */
const refusalLimit = 5_000

/**
 * Sends leads to the product while the same happens to it, or to its database, again and again; then waits until every
 * lead is settled, and compares what callers were told, what the log says and what Vitec has.
 * @param {{ mode: keyof typeof modes, rounds: number, realWaits?: boolean }} options realWaits: what is left behind is seen to
 *   as late as in life
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runCrashTest({ mode, rounds, realWaits = false }) {
  const { happens, database, instances } = modes[mode]
  const postgres = database === 'postgres' ? await startPostgres({ isDurable: true }) : null
  if (database === 'postgres' && !postgres) return null
  const dataDirs = Array.from({ length: instances }, newDataFolder)
  const standIn = await startStandIn(testSeed)
  const random = seededRandom(testSeed)
  const waits = realWaits ? {} : shortWaits
  const starts = await Promise.all(
    dataDirs.map(async (dataDir) => {
      const place = { port: await freePort(), dataDir, databaseUrl: postgres?.url ?? '' }
      const all = { ...settings, ...settingsFor(standIn), LOG_LEVEL: 'silent' }
      return () => spawnServer({ ...place, settings: all, waits, takesOrders: true })
    }),
  )

  /** @type {Awaited<ReturnType<typeof startWebhookReceiver>> | undefined} */
  let receiver
  const servers = await Promise.all(starts.map((start) => start()))
  try {
    for (const server of servers)
      if (!(await server.ready())) throw new Error(`The server did not start, and said:\n${server.said()}`)
    const began = Date.now()
    receiver = await startWebhookReceiver(servers[0]?.address ?? '', random)
    const load = startLoad({
      addresses: servers.map(({ address }) => address),
      callers: happens === 'hung' ? manyCallers : callers,
      random,
    })
    const acknowledged = () => load.leads.filter(({ id }) => id !== null).length
    /** @type {import('./crash-modes.mjs').Hang[]} */
    const hangs = []
    for (let round = 0; round < rounds; round++) {
      const [server, start] = [servers[0], starts[0]]
      if (!(server && start)) throw new Error('there is no instance')
      servers[0] = await crash[happens]({ server, start, postgres, acknowledged, random, hangs }, round)
    }
    await load.stop()
    const address = servers[0]?.address ?? ''
    await untilSettled(address)
    const logged = await readLog(address)
    await tellOfWaiting(address, logged)
    const atVitec = (await standIn.memory()).leads
    return [
      ...verdict({ sent: load.leads, logged: await withCauses(address, logged), atVitec }),
      // A clock that was set has events of a time that is to come: they wait for it.
      ...(happens === 'clock' ? [] : await receiver.findings(() => readLog(address))),
      ...(happens === 'clock' ? [dated(logged, began)] : []),
      ...(happens === 'hung' ? refusals(load.leads, hangs) : []),
    ]
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    receiver?.stop()
    await standIn.stop()
    await postgres?.stop()
    for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** @returns {import('./verdict.mjs').Finding} */
function dated(
  /** @type {import('../support/product-records.mjs').LoggedLead[]} */ logged,
  /** @type {number} */ began,
) {
  const isWrong = (/** @type {number} */ at) => at < began - clockDoubt || at > Date.now() + clockDoubt
  const count = logged.filter(({ receivedAt }) => isWrong(Date.parse(receivedAt))).length
  return { what: 'leads dated by the database before the test or after it', count }
}

/** How often a request that is turned away waits for its turn of the process: to be heard, read, given up on, and answered. */
const turnsOfRefusal = 4

/**
 * How long callers waited to be turned away while PostgreSQL hung, beyond what the machine itself let them wait: all modes run
 * side by side, and each of these turns may then come as late as any answer that asks no database did.
 * @param {import('./load.mjs').SentLead[]} leads @param {import('./crash-modes.mjs').Hang[]} hangs
 * @returns {import('./verdict.mjs').Finding[]}
 */
function refusals(leads, hangs) {
  const slowest = Math.max(...hangs.map((hang) => hang.slowest))
  const waits = leads.flatMap((lead) =>
    lead.refusals
      .filter(({ at }) => hangs.some(({ from, to }) => at >= from && at <= to))
      .map(({ ms }) => ms - turnsOfRefusal * slowest),
  )
  const late = waits.filter((ms) => ms > refusalLimit).length
  return [
    { what: 'requests turned away that were made while it hung', count: waits.length },
    { what: '  ms until they were, at the most', count: Math.round(Math.max(0, ...waits)) },
    { what: `  of them after more than ${refusalLimit}`, count: late, mustBeZero: true },
    {
      what: '  ms that the machine took for an answer',
      count: Math.round(slowest),
    },
  ]
}

/** Prints the record of what should be settled by now and waits: another run may not come to the same. */
async function tellOfWaiting(
  /** @type {string} */ address,
  /** @type {import('../support/product-records.mjs').LoggedLead[]} */ logged,
) {
  for (const { id } of logged.filter(({ status }) => status === 'pending')) {
    const answer = await fetch(`${address}/api/staff/leads/${id}`)
    console.log('  still waits:', JSON.stringify(await answer.json()))
  }
}

async function withCauses(
  /** @type {string} */ address,
  /** @type {import('../support/product-records.mjs').LoggedLead[]} */ logged,
) {
  return Promise.all(
    logged.map(async (lead) => ({
      ...lead,
      isInterrupted: lead.status === 'unknown' && (await wasInterrupted(address, lead.id)),
    })),
  )
}
