import pg from 'pg'
import { DatabaseError } from './database-error'
import { endOpenTransactions } from './end-open-transactions'

/** Limits in milliseconds. */
const limits = {
  connectionTimeoutMillis: 10_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
}

/** `host:port/database` of an address: what may be shown of it. */
export function shownAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}

/**
 * A pool of connections to PostgreSQL, one of which has been tried.
 * @throws {DatabaseError} when it cannot be reached or refuses us.
 */
export async function connectPostgres(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: url, application_name: 'lead-api', ...limits })
  // A lost idle connection: the pool has dropped it already, and without a listener it would end the process.
  pool.on('error', () => undefined)
  endOpenTransactions(pool)
  try {
    await pool.query('SELECT 1')
    return pool
  } catch (error) {
    await pool.end()
    throw new DatabaseError(`DATABASE_URL: cannot use PostgreSQL at ${shownAddress(url)}: ${reason(error)}`)
  }
}

/** A refused connection to a name with several addresses is an AggregateError without words of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
}
