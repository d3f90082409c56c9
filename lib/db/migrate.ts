import { randomUUID } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { DatabaseError } from './database-error'
import { type MigrationFile, readMigrations } from './migration-files'
import { pendingMigrations, readHistory } from './migration-history'

/** The number Prisma locks with, so that its CLI and several instances of the application wait for each other. */
const advisoryLock = 72_707_369

/**
 * Applies the migrations that the database lacks and records them as `prisma migrate deploy` does. Unlike
 * there, a migration and its record are one transaction: one that fails or is cut off leaves no trace.
 * @returns the names of the migrations applied now.
 * @throws {DatabaseError} when one fails, or the history cannot be continued.
 */
export async function migrate(pool: Pool): Promise<string[]> {
  const client = await pool.connect()
  try {
    // A migration may rightly take longer than a query. The client is not used again, so nothing to set back.
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0')
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const pending = pendingMigrations(await readMigrations(), await readHistory(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.query('SELECT pg_advisory_unlock_all()').catch(() => undefined)
    client.release(true)
  }
}

async function apply(client: ClientBase, { name, sql, checksum }: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new DatabaseError(`Migration ${name} failed: ${oneLine(error)}`, { cause: error })
  }
}

const oneLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]
