import type pg from 'pg'
import { DatabaseError } from './database-error'

/** What the sessions of versions were called that booked attempts by their own clocks, under a lock of their own. */
const olderName = 'lead-api'

/**
 * Refuses to start beside an instance of a version that shares out attempts in another way: neither would keep to what the
 * other has booked, and Vitec would get more than it is to get.
 * @throws {DatabaseError}
 */
export async function refuseOlder(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND backend_type = 'client backend' LIMIT 1`,
    [olderName],
  )
  if (rows.length > 0)
    throw new DatabaseError(
      'An instance of an older version still runs on this database. Stop all of them, then start this one: this upgrade cannot be rolled',
    )
}
