import type { Pool } from 'pg'
import { isClockBelievedText } from './clock-watch'

/** What is of no use once its time is over: the table and the column that says when. */
const passing = [
  ['idempotency_record', 'expires_at'],
  ['person_session', 'expires_at'],
  ['sign_in_challenge', 'expires_at'],
  ['invitation', 'expires_at'],
  ['rate_limit', 'spent_until'],
  ['lead_event', 'expires_at'],
  ['lead_match', 'expires_at'],
  ['lead_draft', 'expires_at'],
  ['device_notice', 'expires_at'],
  ['alert', 'expires_at'],
  ['view_link', 'expires_at'],
  ['webhook_event', 'expires_at'],
  ['test_answer', 'expires_at'],
] as const

/** Rows of a table in one go; the next goes come within the minute. */
const most = 10_000

/**
 * Forgets everything whose time is over by the database's clock; nothing while that clock is not believed. The one
 * place where rows are removed for their time alone, but for leads, which have a bound besides. Resolves to how many were
 * forgotten, by table.
 */
export async function forgetExpired(pool: Pick<Pool, 'query'>): Promise<Record<string, number>> {
  const forgotten: Record<string, number> = {}
  for (const [table, column] of passing) {
    const { rowCount } = await pool.query(`
      DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${table} WHERE ${column} <= clock_timestamp() AND ${isClockBelievedText} LIMIT ${most}))
        AND ${column} <= clock_timestamp()`)
    if (rowCount) forgotten[table] = rowCount
  }
  return forgotten
}
