import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { ClientBase, Pool } from 'pg'
import { olderName, sessionCalled } from './connect-postgres'
import { DatabaseError } from './database-error'
import { lockStatement } from './locks'
import { type MigrationFile, pendingMigrations, readHistory, readMigrations } from './migration-history'

/** A statement that may take as long as node's longest timer: a migration may rightly take longer than a query. */
const patient = (text: string) => ({ text, query_timeout: 2 ** 31 - 1 })

/**
 * Applies the migrations that the database lacks and records them as `prisma migrate deploy` does. Unlike
 * there, a migration and its record are one transaction: one that fails or is cut off leaves no trace.
 * @returns the names of the migrations applied now.
 * @throws {DatabaseError} when one fails, or the history cannot be continued.
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const files = await readMigrations()
  const client = await pool.connect()
  try {
    // The client is not used again, so nothing to set back.
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0')
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, files)
      if (name === null) return applied
      applied.push(name)
    }
  } finally {
    client.release(true)
  }
}

/** @throws {DatabaseError} where a migration is still to be applied, or the history is another version's */
export async function refusePending(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const [next] = pendingMigrations(await readMigrations(), await readHistory(client))
    if (next)
      throw new DatabaseError(`The database lacks migration ${next.name}: start this version on it first`)
  } finally {
    client.release()
  }
}

/** Applies the first pending migration, if there is one: what others applied meanwhile is seen under the lock. */
async function applyNext(client: ClientBase, files: MigrationFile[]): Promise<string | null> {
  await client.query('BEGIN')
  await client.query(patient(lockStatement('migrations')))
  const [next] = pendingMigrations(files, await readHistory(client))
  if (next) await apply(client, next)
  await client.query('COMMIT')
  return next?.name ?? null
}

async function apply(client: ClientBase, { name, sql, checksum }: MigrationFile): Promise<void> {
  try {
    await client.query(patient(sql))
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : error
    throw new DatabaseError(`Migration ${name} failed: ${reason}`, { cause: error })
  }
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
}

/**
 * Refuses to start beside an instance of a version that shares out attempts in another way: neither would keep to what the
 * other has booked, and Vitec would get more than it is to get.
 * @throws {DatabaseError}
 */
export async function refuseOlder(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(sessionCalled(olderName))
  if (rows.length > 0)
    throw new DatabaseError(
      'An instance of an older version still runs on this database. Stop all of them, then start this one: this upgrade cannot be rolled',
    )
}
