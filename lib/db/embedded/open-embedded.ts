import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { DatabaseError } from '../database-error'
import { DurableFs } from './durable-fs'
import { createEmbeddedPool } from './embedded-pool'
import { takeFolderLock } from './folder-lock/take-folder-lock'
import { startMaintenance } from './maintenance'
import { prepareFolder } from './prepare-folder'
import { startPglite } from './start-pglite'

/** How long closing waits for clients that are lent out, in milliseconds. */
const closeLimitMs = 5_000

/** An embedded database that is open. `close` ends its pool too, and gives the folder free. */
export type EmbeddedDatabase = { folder: string; pool: pg.Pool; close(): Promise<void> }

/**
 * Opens, or creates, the embedded database below a data folder, for this process alone.
 * @throws {DatabaseError} when the folder is in use or cannot be used.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const folder = join(resolve(dataDir), 'database')
  const { pglite, unlock } = await lockAndStart(folder).catch((error) => {
    if (error instanceof DatabaseError) throw error
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : error
    throw new DatabaseError(`DATA_DIR: cannot open the database in ${folder}: ${reason}`, { cause: error })
  })
  const pool = createEmbeddedPool(pglite)
  const stopMaintenance = startMaintenance(pool)
  const close = async () => {
    stopMaintenance()
    await atMost(closeLimitMs, pool.end())
    await pglite.close()
    unlock()
  }
  return { folder, pool, close }
}

async function lockAndStart(folder: string): Promise<{ pglite: PGlite; unlock: () => void }> {
  mkdirSync(join(folder, '..'), { recursive: true })
  const unlock = await takeFolderLock(folder)
  try {
    const finish = prepareFolder(folder)
    const pglite = await startPglite({ fs: new DurableFs(folder) })
    finish()
    return { pglite, unlock }
  } catch (error) {
    unlock()
    throw error
  }
}

function atMost(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(resolve, ms)
    work.then(resolve, reject).finally(() => clearTimeout(giveUp))
  })
}
