/**
 * @typedef {{ id: string, lastName: string, status: string, vitecLeadId: string | null, receivedAt: string }} LoggedLead
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
