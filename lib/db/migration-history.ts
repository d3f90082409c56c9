import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { isOlder, version } from '@/lib/version'
import { DatabaseError } from './database-error'

type HistoryRow = { migration_name: string; checksum: string; finished_at: Date | null }

/** Prisma's own table, as `prisma migrate deploy` makes it. */
const historyTable = `
  CREATE TABLE _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/** What the database says was applied to it, oldest first; what was marked as rolled back does not count. */
export async function readHistory(client: ClientBase): Promise<HistoryRow[]> {
  // Asked first: a role that may only work in the database may not even make a table that is there.
  const { rows } = await client.query<{ is: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is",
  )
  if (!rows[0]?.is) await client.query(historyTable)
  const history = await client.query<HistoryRow>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return history.rows
}

/**
 * The migrations that are still to be applied, in order.
 * @throws {DatabaseError} when the history cannot be continued: a migration failed, was edited after it was
 *   applied, or belongs to another version of the application with which this one cannot work: see {@link refuseNewer}.
 */
export function pendingMigrations(
  files: MigrationFile[],
  history: HistoryRow[],
  own = version,
): MigrationFile[] {
  for (const { migration_name: name, checksum, finished_at } of history) {
    const file = files.find((candidate) => candidate.name === name)
    if (finished_at === null) {
      throw new DatabaseError(`Migration ${name} failed earlier; repair it with prisma migrate resolve`)
    }
    if (!file) {
      refuseNewer(name, files, own)
      continue
    }
    if (!hasChecksum(file, checksum)) {
      throw new DatabaseError(`Migration ${name} was edited after it was applied; restore its file`)
    }
  }
  const applied = new Set(history.map((row) => row.migration_name))
  const pending = files.filter((file) => !applied.has(file.name))
  const unknown = history.find(({ migration_name: name }) => !files.some((file) => file.name === name))
  if (unknown && pending.length > 0)
    throw new DatabaseError(
      `The database has migration ${unknown.migration_name}, which this version does not know, and lacks ${pending[0]?.name}, which is older`,
    )
  return pending
}

/**
 * Refuses what a newer version has done to the database where this one cannot work with it. Migrations leave alone what the
 * version before them uses; one that does not names the oldest that works with it: `…_from_0_3_0` (docs/decisions/0074).
 */
function refuseNewer(name: string, files: MigrationFile[], own: string): void {
  const newest = files.at(-1)?.name ?? ''
  if (name < newest)
    throw new DatabaseError(`The database has migration ${name}, which this version does not know`)
  const oldest = /_from_(\d+)_(\d+)_(\d+)$/.exec(name)?.slice(1).join('.')
  if (oldest !== undefined && isOlder(own, oldest))
    throw new DatabaseError(
      `The database has migration ${name}: it needs version ${oldest} or later, and this is ${own}. Start a later version, or restore the backup from before it`,
    )
}

/** A migration as it lies in prisma/migrations. */
export type MigrationFile = { name: string; sql: string; checksum: string }

/** Reads all migrations of the running application, in the order in which they apply. */
export async function readMigrations(): Promise<MigrationFile[]> {
  const folder = join(process.cwd(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: checksum(sql) }
    }),
  )
}

/**
 * Whether a checksum on record is this file's. Git may change line endings between machines, which Prisma
 * allows for too.
 */
function hasChecksum({ sql, checksum: own }: MigrationFile, recorded: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [own, checksum(unix), checksum(unix.replaceAll('\n', '\r\n'))].includes(recorded)
}

/** Prisma's checksum of a migration: SHA-256 of the script, in hex. */
const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex')
