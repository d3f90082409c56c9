import { setTimeout as delay } from 'node:timers/promises'
import { startProgram } from '../e2e/start-program.mjs'
import { startPostgres } from '../support/postgres.mjs'
import { askDatabase } from '../support/product-records.mjs'
import { startCountingProxy } from './counting-proxy.mjs'
import { memoryOf } from './cpu.mjs'
import { loadFrom, newDatabase, startFloor, startProduct } from './services.mjs'

/** @typedef {import('./services.mjs').Load} Load */
/** @typedef {{ what: string, callers: number, column: string, load: Load }} Measured */

const memoryLeads = 10_000
const idleS = 10

/**
 * The product, the floor and an empty route, one after the other in every round, so that what else runs on the machine is in
 * all of them alike.
 * @param {{ rounds: number, seconds: number }} options
 * @returns {Promise<Measured[]>}
 * @throws {Error} without PostgreSQL
 */
export async function measureOnPostgres({ rounds, seconds }) {
  const postgres = await startPostgres({ isDurable: true })
  if (!postgres) throw new Error('There is no PostgreSQL here')
  const vitec = await startProgram('test/bench/fast-vitec.mjs')
  const delivering = await startProduct(vitec.address, { databaseUrl: postgres.url })
  const databaseUrl = await newDatabase(postgres.url, 'accepting')
  const accepting = await startProduct(vitec.address, { databaseUrl, isPatient: true })
  const floor = await startFloor(vitec.address, await newDatabase(postgres.url, 'floor'))
  /** @type {Measured[]} */
  const measured = []
  /** @param {'accepted' | 'delivered'} what @param {number} callers */
  const measure = async (what, callers) => {
    const product = what === 'accepted' ? accepting : delivering
    for (const [column, { address, pid }, kind] of /** @type {const} */ ([
      ['product', product, what],
      ['floor', floor, what],
      ...(what === 'accepted' ? [/** @type {const} */ (['empty', product, 'empty'])] : []),
    ])) {
      const load = await loadFrom(address, { kind, callers, seconds, pid, postgresPid: postgres.pid() })
      measured.push({ what, callers, column, load })
    }
  }
  try {
    for (let round = -1; round < rounds; round++) {
      // The first shows what it takes to get warm.
      if (round === 0) measured.splice(0)
      for (const callers of [8, 32])
        for (const what of /** @type {const} */ (['accepted', 'delivered'])) await measure(what, callers)
    }
    return measured
  } finally {
    await Promise.all([delivering.stop(), accepting.stop(), floor.stop()])
    await vitec.stop()
    await postgres.stop()
  }
}

/** The same on the embedded database: delivered, at 8 callers. @returns {Promise<Measured[]>} */
export async function measureEmbedded(
  /** @type {{ rounds: number, seconds: number }} */ { rounds, seconds },
) {
  const vitec = await startProgram('test/bench/fast-vitec.mjs')
  const product = await startProduct(vitec.address)
  const floor = await startFloor(vitec.address)
  /** @type {Measured[]} */
  const measured = []
  try {
    for (let round = -1; round < rounds; round++)
      for (const [column, { address, pid }] of Object.entries({ product, floor })) {
        const load = await loadFrom(address, { kind: 'delivered', callers: 8, seconds, pid })
        if (round >= 0) measured.push({ what: 'delivered, embedded', callers: 8, column, load })
      }
    return measured
  } finally {
    await product.stop()
    await floor.stop()
    await vitec.stop()
  }
}

/**
 * What else a delivered lead costs: round trips to the database and rows of jobs; what is asked when nothing happens; and
 * the memory after many leads, in MB, of a service that was started for the first time.
 */
export async function measureRest() {
  const postgres = await startPostgres({ isDurable: true })
  if (!postgres) throw new Error('There is no PostgreSQL here')
  const vitec = await startProgram('test/bench/fast-vitec.mjs')
  const proxy = await startCountingProxy(postgres.url)
  const product = await startProduct(vitec.address, { databaseUrl: proxy.url })
  const embedded = await startProduct(vitec.address)
  const database = await askDatabase(postgres.url)
  const deliver = (/** @type {string} */ address, /** @type {number} */ pid, /** @type {number} */ leads) =>
    loadFrom(address, { kind: 'delivered', callers: 8, seconds: 600, leads, pid })
  try {
    const { address, pid } = product
    await deliver(address, pid, 200)
    const idleBefore = proxy.roundTrips()
    await delay(idleS * 1_000)
    const idlePerSecond = (proxy.roundTrips() - idleBefore) / idleS
    const [before, began] = [proxy.roundTrips(), performance.now()]
    const leads = memoryLeads - 200
    await deliver(address, pid, leads)
    const idleMeanwhile = (idlePerSecond * (performance.now() - began)) / 1_000
    await deliver(embedded.address, embedded.pid, memoryLeads)
    return {
      roundTripsPerLead: (proxy.roundTrips() - before - idleMeanwhile) / leads,
      idlePerSecond,
      jobRowsPerLead: (await database.count('FROM pgboss.job')) / memoryLeads,
      memoryMb: { postgres: memoryOf(pid), embedded: memoryOf(embedded.pid) },
    }
  } finally {
    await database.end()
    await product.stop()
    await embedded.stop()
    proxy.stop()
    await vitec.stop()
    await postgres.stop()
  }
}
