import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

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
export function hasChecksum({ sql, checksum: own }: MigrationFile, recorded: string): boolean {
  const unix = sql.replaceAll('\r\n', '\n')
  return [own, checksum(unix), checksum(unix.replaceAll('\n', '\r\n'))].includes(recorded)
}

/** Prisma's checksum of a migration: SHA-256 of the script, in hex. */
const checksum = (sql: string) => createHash('sha256').update(sql).digest('hex')
