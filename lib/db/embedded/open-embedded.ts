import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { DurableFs } from './durable-fs'
import { createEmbeddedPool } from './embedded-pool'
import { startPglite } from './start-pglite'

/** An embedded database that is open: `close` ends the pool too. */
export type EmbeddedDatabase = { folder: string; pool: pg.Pool; close(): Promise<void> }

/** Opens, or creates, the embedded database below a data folder. */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const folder = join(dataDir, 'database')
  await mkdir(folder, { recursive: true })
  const pglite = await startPglite({ fs: new DurableFs(folder) })
  const pool = createEmbeddedPool(pglite)
  const close = async () => {
    await pool.end()
    await pglite.close()
  }
  return { folder, pool, close }
}
