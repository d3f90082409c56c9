import type { Database } from '@/lib/db/open-database'

/** All times that retention and the watch of the clock look at. */
const times = [
  ['lead', 'received_at'],
  ['delivery_attempt', 'ended_at'],
  ['retention_run', 'started_at'],
  ['retention_run', 'ended_at'],
  ['retention_run', 'cutoff'],
  ['clock_watch', 'seen_at'],
  ['clock_watch', 'rows_up_to'],
  ['idempotency_record', 'created_at'],
  ['idempotency_record', 'expires_at'],
  ['lead_match', 'expires_at'],
  ['lead_draft', 'saved_at'],
  ['lead_draft', 'expires_at'],
  ['view_link', 'expires_at'],
] as const

/**
 * Makes everything so much older, such as `3 years` or `-1 day`: to the database it is as though its clock had gone on
 * as far, which is the one way to have that of a PostgreSQL others use.
 */
export async function letPass({ pool }: Pick<Database, 'pool'>, time: string): Promise<void> {
  for (const [table, column] of times)
    await pool.query(`UPDATE ${table} SET ${column} = ${column} - $1::interval`, [time])
}
