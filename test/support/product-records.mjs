import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/**
 * @typedef {{ id: string, firstName: string, lastName: string, email: string, phone: string, address: string,
 *   status: string, vitecLeadId: string | null, receivedAt: string }} LoggedLead
 */

/**
 * All leads of the log, or those of one status.
 * @param {string} address of the server
 * @param {string | null} [status]
 * @returns {Promise<LoggedLead[]>}
 */
export async function readLog(address, status = null) {
  /** @type {LoggedLead[]} */
  const leads = []
  /** @type {string | null} */
  let cursor = null
  do {
    const query = JSON.stringify({ search: '', status, cursor })
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(`${address}/api/staff/leads/search`, { method: 'POST', headers, body: query })
    if (!answer.ok) throw new Error(`The log cannot be read: ${answer.status}`)
    /** @type {{ leads: LoggedLead[], next: string | null }} */
    const page = await answer.json()
    leads.push(...page.leads)
    cursor = page.next
  } while (cursor)
  return leads
}

/**
 * Whether the last attempt of a lead was cut off by a crash.
 * @param {string} address @param {string} id
 * @returns {Promise<boolean>}
 */
export async function wasInterrupted(address, id) {
  const answer = await fetch(`${address}/api/staff/leads/${id}`)
  const { attempts } = await answer.json()
  return attempts[0]?.errorKind === 'interrupted'
}

/** In ms: a sweep a minute settles attempts that are older than their limit and half a minute. */
const settlingLimit = 180_000

/**
 * Waits until no lead waits any more, or for long enough that one which still does has been forgotten.
 * @param {string} address of the server
 */
export async function untilSettled(address) {
  const deadline = Date.now() + settlingLimit
  while (Date.now() < deadline) {
    if ((await readLog(address, 'pending')).length === 0) return
    await delay(1_000)
  }
}

/**
 * The product's PostgreSQL, asked past the product.
 * @param {string} url
 */
export async function askDatabase(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const names = async (/** @type {string} */ sql) => {
    /** @type {{ rows: { name: string }[] }} */
    const { rows } = await client.query(sql)
    return rows.map(({ name }) => name)
  }
  const count = async (/** @type {string} */ sql) => {
    /** @type {{ rows: { count: number }[] }} */
    const { rows } = await client.query(`SELECT count(*)::int AS count ${sql}`)
    return rows[0]?.count ?? 0
  }
  return {
    names,
    count,
    /** Waits until no lead waits any more, for so long at most; whether that came. */
    async nothingWaits(/** @type {number} */ limitMs) {
      const deadline = Date.now() + limitMs
      while (Date.now() < deadline) {
        if ((await count(`FROM lead WHERE status = 'pending'`)) === 0) return true
        await delay(500)
      }
      return false
    },
    /** Names of leads of which two may be at Vitec, as the product has told. */
    maybeTwice: () =>
      names(`SELECT DISTINCT l.last_name AS name FROM lead l JOIN lead_event e ON e.lead_id = l.id
        WHERE e.kind = 'maybe_twice'`),
    end: () => client.end(),
  }
}
