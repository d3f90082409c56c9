import { one, sum } from '../run/tally.mjs'

/**
 * @typedef {Omit<import('./load.mjs').SentLead, 'refusals'>} SentLead
 * @typedef {Pick<import('../support/product-records.mjs').LoggedLead, 'id' | 'lastName' | 'status' | 'vitecLeadId'> &
 *   { isInterrupted?: boolean }} LoggedLead
 * @typedef {{ what: string, count: number, mustBeZero?: true }} Finding
 */

/**
 * Compares what callers were told, what the log says and what Vitec has.
 * @param {{ sent: SentLead[], logged: LoggedLead[], atVitec: { id: string, lastName: string }[],
 *   maybeTwice?: string[] }} evidence maybeTwice: names of leads of which the product has told that two may be at Vitec
 * @returns {Finding[]} what was counted, and what has to be nought
 */
export function verdict({ sent, logged, atVitec, maybeTwice = [] }) {
  const acknowledged = sent.filter(({ id }) => id !== null)
  const loggedIds = new Set(logged.map(({ id }) => id))
  const loggedNames = groupBy(logged, ({ lastName }) => lastName)
  const vitecNames = groupBy(atVitec, ({ lastName }) => lastName)
  const isAtVitec = (/** @type {LoggedLead} */ { lastName }) => vitecNames.has(lastName)
  const doubts = logged.filter(({ status }) => status === 'unknown')
  const interrupted = doubts.filter(({ isInterrupted }) => isInterrupted)
  const told = (/** @type {SentLead} */ { id, status }) =>
    status === 'OK' && logged.some((lead) => lead.id === id && lead.status !== 'delivered')

  return [
    { what: 'leads sent by callers', count: sent.length },
    { what: 'acknowledged', count: acknowledged.length },
    { what: 'requests cut off without an answer', count: total(sent, 'cutOff') },
    { what: 'requests turned away with 503', count: total(sent, 'turnedAway') },
    { what: 'leads at Vitec', count: atVitec.length },
    { what: 'in doubt, and flagged unknown', count: doubts.length },
    { what: '  because of a crash, and at Vitec', count: interrupted.filter(isAtVitec).length },
    {
      what: '  because of a crash, and not at Vitec',
      count: interrupted.filter((lead) => !isAtVitec(lead)).length,
    },
    {
      what: 'acknowledged leads lost',
      count: acknowledged.filter(({ id }) => id && !loggedIds.has(id)).length,
      mustBeZero: true,
    },
    {
      what: 'leads at Vitec more than once',
      count: repeated(vitecNames).filter((name) => !maybeTwice.includes(name)).length,
      mustBeZero: true,
    },
    { what: 'leads stored more than once', count: repeated(loggedNames).length, mustBeZero: true },
    {
      what: 'leads at Vitec that the log does not have',
      count: [...vitecNames.keys()].filter((name) => !loggedNames.has(name)).length,
      mustBeZero: true,
    },
    {
      what: 'leads at Vitec, neither delivered nor flagged unknown',
      count: logged.filter((lead) => isAtVitec(lead) && !['delivered', 'unknown'].includes(lead.status))
        .length,
      mustBeZero: true,
    },
    {
      what: 'delivered as the log says, and not at Vitec',
      count: logged.filter((lead) => lead.status === 'delivered' && !isAtVitec(lead)).length,
      mustBeZero: true,
    },
    { what: 'callers told OK of what is not delivered', count: sent.filter(told).length, mustBeZero: true },
    {
      what: 'leads that nobody looks after any more',
      count: logged.filter(({ status }) => status === 'pending').length,
      mustBeZero: true,
    },
  ]
}

/** @param {Finding[]} findings */
export function isGood(findings) {
  return findings.every(({ count, mustBeZero }) => !mustBeZero || count === 0)
}

/**
 * @param {Finding[]} findings
 * @returns {string} a line for each
 */
export function asText(findings) {
  const line = (/** @type {Finding} */ { what, count, mustBeZero }) =>
    `  ${String(count).padStart(6)}  ${what}${mustBeZero ? (count === 0 ? '' : '  <- MUST BE 0') : ''}`
  return findings.map(line).join('\n')
}

function total(/** @type {SentLead[]} */ leads, /** @type {'cutOff' | 'turnedAway'} */ of) {
  return leads.reduce((sum, lead) => sum + lead[of], 0)
}

/**
 * @template T
 * @param {T[]} items @param {(item: T) => string} keyOf
 * @returns {Map<string, T[]>}
 */
function groupBy(items, keyOf) {
  const groups = new Map()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

function repeated(/** @type {Map<string, unknown[]>} */ groups) {
  return [...groups].filter(([, { length }]) => length > 1).map(([name]) => name)
}

/**
 * Prints what a test found, and counts it as one. Without PostgreSQL it was not run, which is a failure where
 * REQUIRE_POSTGRES is set.
 * @param {string} name
 * @param {Finding[] | null} findings null: there is no PostgreSQL
 * @returns {import('../run/tally.mjs').Counts}
 */
export function judge(name, findings) {
  console.log(findings ? asText(findings) : '  NO POSTGRESQL HERE: not run')
  if (findings) return one(isGood(findings), name)
  return process.env.REQUIRE_POSTGRES ? one(false, name) : sum([])
}
