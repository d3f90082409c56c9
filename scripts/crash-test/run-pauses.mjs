import { setTimeout as delay } from 'node:timers/promises'
import { startServer } from '../e2e/start-server.mjs'
import { startPostgres } from '../postgres.mjs'
import { seededRandom } from '../test/random.mjs'
import { testSeed } from '../test/seed.mjs'
import { askDatabase } from './ask-database.mjs'
import { startClaimProxy } from './claim-proxy.mjs'
import { startFeeding } from './feed.mjs'
import { monotonicMs } from './monotonic.mjs'
import { readLog } from './read-log.mjs'
import { sendDoubtsAgain } from './send-doubts-again.mjs'
import { startPlainStandIn } from './start-stand-in.mjs'
import { moments, stopperAtClaims } from './stop-at-claim.mjs'
import { verdict } from './verdict.mjs'

/** In ms. A slot is 4 s long with the short waits: from then on the other instance takes its lead for interrupted. */
const untilGivenUp = 8_000
const shortPause = 3_000
const settlingLimit = 60_000

/**
 * Of two instances one stands still again and again: between its claim of a lead and its request, or whenever. Meanwhile the
 * other takes the lead for interrupted, and a person sends it again there. Then the first goes on.
 * @param {{ rounds: number }} options
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runPauses({ rounds }) {
  const postgres = await startPostgres({ isDurable: true })
  if (!postgres) return null
  const random = seededRandom(testSeed)
  const standIn = await startPlainStandIn()
  const settings = {
    VITEC_BASE_URL: standIn.address,
    VITEC_USERNAME: 'sandbox',
    VITEC_PASSWORD: 'not-a-secret',
    VITEC_TIMEOUT_S: '2',
    ADDRESS_MAX_PER_MINUTE: '1000000',
  }
  const start = (/** @type {string} */ databaseUrl) =>
    startServer({ databaseUrl, settings, shortWaits: true })
  const database = await askDatabase(postgres.url)
  /** @type {ReturnType<typeof stopperAtClaims>['onClaim']} */
  let onClaim = (handOn) => handOn()
  const proxy = await startClaimProxy(postgres.url, (handOn) => onClaim(handOn))
  /** @type {import('../e2e/start-server.mjs').Server[]} */
  const servers = []
  try {
    const paused = await start(proxy.url)
    servers.push(paused)
    const other = await start(postgres.url)
    servers.push(other)
    const stopper = stopperAtClaims(paused, random)
    onClaim = stopper.onClaim
    const feeds = servers.map(({ address }, number) => startFeeding(address, `Paus${number}N`))
    /** @type {import('./send-doubts-again.mjs').SentAgain[]} */
    const sentAgain = []

    for (let round = 0; round < rounds; round++) {
      await delay(1_000 + random.below(500))
      await stopper.stopAt(moments[round % moments.length] ?? 'whenever')
      const isShort = random.chance(0.15)
      const isDoubt = await untilDoubt(database, isShort ? random.below(shortPause) : untilGivenUp)
      // One person looks whether Vitec has it; the next does not.
      const looks = round % 2 === 0
      if (isDoubt) sentAgain.push(...(await sendDoubtsAgain(other.address, { standIn, looks })))
      paused.goOn()
    }
    await delay(settings.VITEC_TIMEOUT_S.length * 1_000)
    const sent = (await Promise.all(feeds.map((feed) => feed.stop()))).flat()
    await database.nothingWaits(settlingLimit)

    const { arrivals, leads: atVitec } = await standIn.memory()
    const logged = await readLog(other.address)
    const maybeTwice = await database.maybeTwice()
    const overdue = sentAgain.filter(
      ({ lastName, at }) => arrivals.filter((one) => one.lastName === lastName && one.at >= at).length > 1,
    )
    return [
      ...verdict({ sent, logged, atVitec, maybeTwice }),
      { what: 'times that one instance stood still', count: rounds },
      {
        what: '  attempts that it gave back when it went on',
        count: await database.count(`FROM delivery_attempt WHERE error_kind = 'lease'`),
      },
      {
        what: '  attempts answered after they were given up',
        count: await database.count(`FROM delivery_attempt WHERE answered_late_at IS NOT NULL`),
      },
      { what: 'leads that a person sent again meanwhile', count: sentAgain.length },
      { what: '  although Vitec had them', count: sentAgain.filter(({ wasThere }) => wasThere).length },
      { what: 'leads flagged as maybe twice', count: maybeTwice.length },
      {
        what: 'leads that were sent by the one that stood still, after the person',
        count: overdue.length,
        mustBeZero: true,
      },
    ]
  } finally {
    proxy.stop()
    await database.end()
    await Promise.all(servers.map((server) => server.stop()))
    await standIn.stop()
    await postgres.stop()
  }
}

/** Whether a lead is in doubt before the time is over. */
async function untilDoubt(
  /** @type {Awaited<ReturnType<typeof askDatabase>>} */ database,
  /** @type {number} */ limitMs,
) {
  const deadline = monotonicMs() + limitMs
  while (monotonicMs() < deadline) {
    if ((await database.count(`FROM lead WHERE status = 'unknown'`)) > 0) return true
    await delay(50)
  }
  return false
}
