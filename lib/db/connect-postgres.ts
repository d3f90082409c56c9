import pg from 'pg'
import { DatabaseError } from './database-error'
import { endOpenTransactions } from './end-when-silent'

/**
 * Limits in milliseconds. What takes long is cut off by the server, which then says so: the query's own limit lies above
 * the server's. It is the last net, for a server that does not come to its own; all of it hanging is found out sooner.
 */
const limits = {
  // Also for a turn in the pool: a caller waits no longer for an answer than 5 s.
  connectionTimeoutMillis: 4_000,
  statement_timeout: 30_000,
  query_timeout: 35_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}

/** What the sessions of versions were called that booked attempts by their own clocks, under a lock of their own. */
export const olderName = 'lead-api'

/** What the sessions of this version and of those it runs beside are called; see {@link refuseOlder}. */
export const applicationName = 'lead-api-2'

/**
 * The statement that finds a session of another process in this database that is called so. Of the sessions of another role
 * the server may show no kind: one of that name is a client's, or works for one.
 */
export const sessionCalled = (...names: string[]): string =>
  `SELECT application_name AS name FROM pg_stat_activity
   WHERE datname = current_database() AND application_name IN ('${names.join("', '")}')
   AND coalesce(backend_type, 'client backend') = 'client backend' AND pid <> pg_backend_pid() LIMIT 1`

/** How a session of ours is begun. */
export const addressOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: applicationName,
})

/** `host:port/database` of an address: what may be shown of it. */
export function shownAddress(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`
}

/**
 * A pool of connections to PostgreSQL, one of which has been tried. `setting` is what names the address.
 * @throws {DatabaseError} when it cannot be reached or refuses us.
 */
export async function connectPostgres(url: string, setting = 'DATABASE_URL'): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...addressOf(url), ...limits })
  // A lost idle connection: the pool has dropped it already, and without a listener it would end the process.
  pool.on('error', () => undefined)
  endOpenTransactions(pool)
  try {
    await pool.query('SELECT 1')
    return pool
  } catch (error) {
    await pool.end()
    throw cannotUse(url, setting, error)
  }
}

/** What is said of an address that cannot be used: neither a password nor a value is in it. */
export const cannotUse = (url: string, setting: string, error: unknown) =>
  new DatabaseError(`${setting}: cannot use PostgreSQL at ${shownAddress(url)}: ${reason(error)}`)

/** A refused connection to a name with several addresses is an AggregateError without words of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0])
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
}
