import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import packageJson from '@/package.json'
import { createEmbeddedPool } from '../embedded/embedded-pool'
import { startPglite } from '../embedded/start-pglite'
import { migrate } from '../migrate'
import { readMigrations } from '../migration-files'

const cacheFolder = join(process.cwd(), 'node_modules', '.cache', 'lead-api')

/**
 * A migrated PGlite in memory, loaded from a copy that is kept between runs: making one anew takes seconds,
 * loading it less than one.
 */
export async function startFromTemplate(): Promise<PGlite> {
  const version = packageJson.dependencies['@electric-sql/pglite']
  const parts = [version, ...(await readMigrations()).map((migration) => migration.checksum)]
  const file = join(cacheFolder, `database-${createHash('sha256').update(parts.join()).digest('hex')}.tar`)
  const bytes = await readFile(file).catch(() => undefined)
  if (bytes) return startPglite({ loadDataDir: new Blob([bytes]) })

  const pglite = await startPglite()
  const pool = createEmbeddedPool(pglite)
  await migrate(pool)
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
