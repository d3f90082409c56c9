import { setTimeout as delay } from 'node:timers/promises'
import { monotonicMs } from './monotonic.mjs'

/** A life ends after so many acknowledged leads at most, or after so many ms: a busy machine must not starve it. */
const mostLeads = 30
const longestLife = 8_000
/** A crash comes so many ms after that, at most: at any moment of what is then under way. */
const longestWait = 250
/** How long PostgreSQL is away, at most. */
const longestAbsence = 1_000
/** How long it hangs: less than what waits for it has patience, or longer than anybody's, by so much at most. */
const patience = 4_000
const longestHang = 4_000
/** How far a clock is ahead, in ms: of an instance of its own, or of a machine whose clock is not set. */
const clocks = [45_000, -45_000, 3_600_000, -3_600_000]
/** A start takes about 2 s; one crash in eight comes before it has ended. */
const startTime = 1_200

/**
 * @typedef {import('../e2e/start-server.mjs').Server} Server
 * @typedef {NonNullable<Awaited<ReturnType<typeof import('../support/postgres.mjs').startPostgres>>>} Postgres
 * @typedef {{ server: Server, start: () => Promise<Server>, postgres: Postgres | null,
 *   acknowledged: () => number, random: import('../run/random.mjs').Random,
 *   hangs: Hang[] }} Running
 * @typedef {{ from: number, to: number, slowest: number }} Hang when PostgreSQL hung, see monotonic.mjs, and the most ms that
 *   the server then took for an answer that asks no database
 */

/**
 * What crashes, one round of it. Each resolves to the server that runs afterwards.
 * @type {Record<'server' | 'postgres' | 'hung' | 'clock', (running: Running, round: number) => Promise<Server>>}
 */
export const crash = {
  async server({ server, start, acknowledged, random }, round) {
    await aLife(acknowledged, random)
    await server.kill()
    if (round % 8 === 7) {
      const unready = await start()
      await delay(random.below(startTime))
      await unready.kill()
    }
    return untilReady(await start())
  },
  async postgres({ server, postgres, acknowledged, random }) {
    await aLife(acknowledged, random)
    await postgres?.crash()
    await delay(random.below(longestAbsence))
    await postgres?.resume()
    return untilReady(server)
  },
  async hung({ server, postgres, acknowledged, random, hangs }) {
    await aLife(acknowledged, random)
    const isShort = random.chance(0.5)
    const length = isShort ? random.below(patience) : patience + 500 + random.below(longestHang)
    postgres?.hang()
    const from = monotonicMs()
    let slowest = 0
    do {
      await delay(50)
      const asked = monotonicMs()
      await fetch(`${server.address}/api/health/live`)
      slowest = Math.max(slowest, monotonicMs() - asked)
    } while (monotonicMs() - from < length)
    hangs.push({ from, to: monotonicMs(), slowest })
    postgres?.goOn()
    return untilReady(server)
  },
  /** Set to another time in one round, and right again in the next. */
  async clock({ server, acknowledged, random }, round) {
    await aLife(acknowledged, random)
    const clockAheadMs = round % 2 === 0 ? clocks[random.below(clocks.length)] : 0
    server.tell({ clockAheadMs: clockAheadMs ?? 0 })
    return server
  },
}

async function aLife(
  /** @type {() => number} */ acknowledged,
  /** @type {import('../run/random.mjs').Random} */ random,
) {
  const enough = acknowledged() + random.below(mostLeads)
  const deadline = Date.now() + longestLife
  while (acknowledged() < enough && Date.now() < deadline) await delay(10)
  await delay(random.below(longestWait))
}

async function untilReady(/** @type {Server} */ server) {
  if (await server.ready()) return server
  throw new Error(`The server did not come back, and said:\n${server.said()}`)
}
