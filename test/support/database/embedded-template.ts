import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { createEmbeddedPool } from '@/lib/db/embedded/embedded-client'
import { startPglite } from '@/lib/db/embedded/open-embedded'
import { migrate } from '@/lib/db/migrate'
import { readMigrations } from '@/lib/db/migration-history'
import packageJson from '@/package.json'
import { letClockBeSet } from './test-clock'

const cacheFolder = join(process.cwd(), 'node_modules', '.cache', 'lead-api')

/**
 * A migrated PGlite in memory, loaded from a copy that is kept between runs: making one anew takes seconds,
 * loading it less than one.
 */
export async function startFromTemplate(): Promise<PGlite> {
  const version = packageJson.dependencies['@electric-sql/pglite']
  const file = join(cacheFolder, `database-${version}-${await migrationsHash()}.tar`)
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes) return withSchedule(await startPglite({ loadDataDir: new Blob([bytes]) }))

  const pglite = await startPglite()
  const pool = createEmbeddedPool(pglite)
  await migrate(pool)
  await letClockBeSet(pool)
  await pool.query('CHECKPOINT')
  await pool.end()
  const dump = await pglite.dumpDataDir('none')
  await mkdir(cacheFolder, { recursive: true })
  // Test files run in parallel: none may find the half of another's file.
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()))
  await rename(unfinished, file)
  return pglite
}

/**
 * A copy comes back as after a crash, without the rows of unlogged tables; then a second is waited for, which never passes
 * on a clock that stands still.
 */
async function withSchedule(pglite: PGlite): Promise<PGlite> {
  await pglite.exec(`INSERT INTO outbound_schedule (number, next_at, seen_at) VALUES (1, '-infinity', '-infinity'), (2, '-infinity', '-infinity')
    ON CONFLICT DO NOTHING`)
  return pglite
}

/** Tells a database for tests with these migrations from one with others, in 32 digits. */
export async function migrationsHash(): Promise<string> {
  const checksums = (await readMigrations()).map((migration) => migration.checksum)
  return createHash('sha256')
    .update([...checksums, letClockBeSet].join())
    .digest('hex')
    .slice(0, 32)
}
