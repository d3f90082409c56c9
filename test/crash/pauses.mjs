import { setTimeout as delay } from 'node:timers/promises'
import { shortWaits } from '../e2e/start-server.mjs'
import { seededRandom, testSeed } from '../run/random.mjs'
import { readLog } from '../support/product-records.mjs'
import { moments, stopAt } from './control.mjs'
import { monotonicMs } from './monotonic.mjs'
import { onStage, startPlainStandIn } from './stage.mjs'
import { startFeeding } from './store-leads.mjs'
import { verdict } from './verdict.mjs'

/** How long an attempt has in all, in ms, and what Vitec has of it, in s: in life, and a twentieth of it. */
const real = { slot: 35_000, timeout: '30', waits: {} }
const short = {
  slot: 1_750,
  timeout: '1',
  // A lease is an eighth of it: a busy machine may take a tenth of a second to claim.
  waits: { ...shortWaits, abandonedMargin: 750, lease: 250 },
}
/** In ms, beyond that: until the other instance has seen it. */
const timeToSee = 4_000
const settlingLimit = 90_000

/**
 * Of two instances one stands still again and again, somewhere between the place of a lead and the record of its answer, or
 * whenever, for less or for longer than an attempt has. Meanwhile the other takes the lead for interrupted, and a person
 * looks whether it is there, or sends it again. Then the first goes on.
 * @param {{ rounds: number, realWaits?: boolean }} options
 * @returns {Promise<import('./verdict.mjs').Finding[] | null>} null where no PostgreSQL can be started
 */
export async function runPauses({ rounds, realWaits = false }) {
  const { slot, timeout, waits } = realWaits ? real : short
  const random = seededRandom(testSeed)
  const settings = { VITEC_TIMEOUT_S: timeout }
  return onStage({ startVitec: startPlainStandIn, settings }, async ({ standIn, database, start }) => {
    const paused = await start({ waits, takesOrders: true })
    const other = await start({ waits })
    const feeds = [paused, other].map(({ address }, number) => startFeeding(address, `Paus${number}N`))
    /** @type {SentAgain[]} */
    const sentAgain = []
    let missed = 0

    for (let round = 0; round < rounds; round++) {
      await delay(300 + random.below(500))
      const moment = moments[round % moments.length] ?? 'whenever'
      if (!(await stopAt(paused, moment, random))) missed += 1
      // An instance that stands still before its claim leaves nothing to give up.
      const isShort = moment === 'placed' || random.chance(0.3)
      const isDoubt = await untilDoubt(database, isShort ? random.below(slot) : slot + timeToSee)
      // One person looks whether Vitec has it; the next does not.
      const looks = random.chance(0.5)
      if (isDoubt) sentAgain.push(...(await sendDoubtsAgain(other.address, { standIn, looks })))
      paused.goOn()
    }
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
      { what: '  of them not at the moment that was meant', count: missed, mustBeZero: true },
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
  })
}

/** Whether a lead is in doubt before the time is over. */
async function untilDoubt(
  /** @type {Awaited<ReturnType<typeof import('../support/product-records.mjs').askDatabase>>} */ database,
  /** @type {number} */ limitMs,
) {
  const deadline = monotonicMs() + limitMs
  while (monotonicMs() < deadline) {
    if ((await database.count(`FROM lead WHERE status = 'unknown'`)) > 0) return true
    await delay(50)
  }
  return false
}

/** @typedef {{ lastName: string, at: number, wasThere: boolean }} SentAgain at: see monotonic.mjs */

/**
 * What a person does with leads in doubt: sends them again. One who looks in Vitec first settles those that are there.
 * @param {string} address of the server
 * @param {{ standIn: Awaited<ReturnType<typeof import('./stage.mjs').startPlainStandIn>>, looks: boolean }} how
 * @returns {Promise<SentAgain[]>}
 */
async function sendDoubtsAgain(address, { standIn, looks }) {
  /** @type {SentAgain[]} */
  const sentAgain = []
  for (const { id, lastName } of await readLog(address, 'unknown')) {
    const { leads } = await standIn.memory()
    const wasThere = leads.some((lead) => lead.lastName === lastName)
    if (looks && wasThere) {
      await post(`${address}/api/staff/leads/${id}/settle`, {})
      continue
    }
    const { attempts } = await (await fetch(`${address}/api/staff/leads/${id}`)).json()
    const at = monotonicMs()
    if (await post(`${address}/api/staff/leads/${id}/send-again`, { attempts: attempts.length }))
      sentAgain.push({ lastName, at, wasThere })
  }
  return sentAgain
}

async function post(/** @type {string} */ address, /** @type {object} */ value) {
  const headers = { 'Content-Type': 'application/json' }
  const { ok } = await fetch(address, { method: 'POST', headers, body: JSON.stringify(value) })
  return ok
}
