import { monotonicMs } from './monotonic.mjs'
import { readLog } from './read-log.mjs'

/** @typedef {{ lastName: string, at: number, wasThere: boolean }} SentAgain at: see monotonic.mjs */

/**
 * What a person does with leads in doubt: sends them again. One who looks in Vitec first settles those that are there.
 * @param {string} address of the server
 * @param {{ standIn: Awaited<ReturnType<typeof import('./start-stand-in.mjs').startPlainStandIn>>, looks: boolean }} how
 * @returns {Promise<SentAgain[]>}
 */
export async function sendDoubtsAgain(address, { standIn, looks }) {
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
