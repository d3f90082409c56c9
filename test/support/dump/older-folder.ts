import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { PGlite as OlderPglite } from 'pglite-17'
import { pg_trgm } from 'pglite-17/contrib/pg_trgm'
import { createEmbeddedPool } from '@/lib/db/embedded/embedded-client'
import { migrate } from '@/lib/db/migrate'
import { createPrisma } from '@/lib/db/open-database'
import { storeLead } from '../leads/store-lead'
import { databaseIn, fill } from './filled-folder'

/** A data folder as a version left it whose PGlite was PostgreSQL 17, with rows; the caller removes it. */
export async function olderFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lead-api-older-'))
  mkdirSync(databaseIn(dataDir))
  const older = await OlderPglite.create({ dataDir: databaseIn(dataDir), extensions: { pg_trgm } })
  // Of another version's class, and with all that the pool calls of it.
  const pool = createEmbeddedPool(older as unknown as PGlite)
  await migrate(pool)
  await fill(pool)
  const prisma = createPrisma(pool)
  await storeLead(
    { kind: 'embedded', place: dataDir, pool, prisma, close: async () => undefined },
    { at: new Date() },
  )
  const marks = { kind: 'embedded', table: '1', folder: '1', control: '1' }
  await prisma.databaseIdentity.create({ data: { number: 1, marks, recordedAt: new Date() } })
  await pool.end()
  await older.close()
  return dataDir
}
