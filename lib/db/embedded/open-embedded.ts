import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type pg from 'pg'
import { log, loggable } from '@/lib/log'
import { DatabaseError } from '../database-error'
import { embeddedSession } from '../dump/copy-session'
import type { OpenSession } from '../dump/open-session'
import { copyWhileRunning } from './copy-while-running'
import { type DiskReserve, keepReserve } from './disk-reserve'
import { DurableFs, syncAll, syncPath } from './durable-fs'
import { createEmbeddedPool } from './embedded-client'
import { tellWhenEnded } from './engine-ended'
import { takeFolderLock } from './folder-lock/take-folder-lock'
import { refuseOther } from './folder-version'
import { startMaintenance } from './maintenance'

/** How long closing waits for clients that are lent out, in milliseconds. */
const closeLimitMs = 5_000

/** An embedded database that is open. `close` ends its pool too, and gives the folder free. */
export type EmbeddedDatabase = {
  folder: string
  pool: pg.Pool
  /** Copies it to a folder that is not there yet, while statements go on; one copy at a time. */
  copyTo(to: string): Promise<void>
  close(): Promise<void>
}

/**
 * Opens, or creates, the embedded database below a data folder, for this process alone.
 * @throws {DatabaseError} when the folder is in use or cannot be used.
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const folder = join(resolve(dataDir), 'database')
  const reserve = keepReserve(`${folder}.reserve`)
  const { pglite, unlock } = await lockAndStart(folder, reserve).catch((error) => {
    if (error instanceof DatabaseError) throw error
    if (reserve.isSpent()) throw isFull(folder)
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : error
    throw new DatabaseError(`DATA_DIR: cannot open the database in ${folder}: ${reason}`, { cause: error })
  })
  let panic: Error | null = null
  const onPanic = (error: Error) => {
    panic = error
    log.error(
      { ...loggable(error), panic: true },
      'the embedded database has ended: the process ends, to be started again',
    )
    process.kill(process.pid, 'SIGTERM')
  }
  const pool = createEmbeddedPool(pglite, { isDiskFull: reserve.isSpent, onPanic })
  let copying: Promise<void> | null = null
  const stopMaintenance = startMaintenance(pool, {
    mayCheckpoint: () => copying === null,
    makeRoom: async () => reserve.isSpent() && reserve.make(),
  })
  const copyTo = async (to: string) => {
    while (copying) await copying.catch(() => undefined)
    copying = copyWhileRunning(pool, folder, to).finally(() => {
      copying = null
    })
    await copying
  }
  const close = async () => {
    stopMaintenance()
    await atMost(closeLimitMs, pool.end())
    // It would never return; what was committed is on disk, and is found there at the next start.
    if (!panic) await pglite.close()
    unlock()
    if (panic) throw new DatabaseError(`The embedded database had ended: ${panic.message}`, { cause: panic })
  }
  return { folder, pool, copyTo, close }
}

/** Opens it for a command that has it to itself. @throws {DatabaseError} where there is none, or a process has it */
export async function openStopped(dataDir: string): Promise<OpenSession> {
  const folder = join(resolve(dataDir), 'database')
  if (!existsSync(join(folder, 'PG_VERSION'))) throw new DatabaseError(`There is no database in ${folder}`)
  const { pglite, unlock } = await lockAndStart(folder, keepReserve(`${folder}.reserve`))
  const close = async () => {
    await pglite.close()
    unlock()
  }
  return { session: await embeddedSession(pglite), close }
}

async function lockAndStart(
  folder: string,
  reserve: DiskReserve,
): Promise<{ pglite: PGlite; unlock: () => void }> {
  mkdirSync(join(folder, '..'), { recursive: true })
  const unlock = await takeFolderLock(folder)
  try {
    refuseOther(folder)
    const finish = prepareFolder(folder)
    const pglite = await startPglite({ fs: new DurableFs(folder, reserve) })
    finish()
    reserve.make()
    if (!reserve.isSpent()) return { pglite, unlock }
    await pglite.close()
    throw isFull(folder)
  } catch (error) {
    unlock()
    throw error
  }
}

const isFull = (folder: string) =>
  new DatabaseError(`DATA_DIR: the disk of ${folder} is full: make room, and start again`)

function atMost(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(resolve, ms)
    work.then(resolve, reject).finally(() => clearTimeout(giveUp))
  })
}

/**
 * `-F` is PGlite's "never fsync"; the sizes keep a small installation small on disk and in memory. Without origins of
 * replication, which there are not, a checkpoint makes no new file for them: on a full disk that is a panic.
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'max_wal_size=128MB'],
  ...['-c', 'shared_buffers=32MB'],
  ...['-c', 'max_active_replication_origins=0'],
]

/** Starts PGlite with our settings and extensions; in memory unless `fs` says where its files are. */
export async function startPglite(options: Pick<PGliteOptions, 'fs' | 'loadDataDir'> = {}): Promise<PGlite> {
  const pglite = await PGlite.create({ ...options, startParams, extensions: { pg_trgm } })
  tellWhenEnded(pglite)
  return pglite
}

/**
 * Makes ready a folder in which PGlite creates its files: it fills it file by file and would take the half of
 * them, left by a process that was killed, for a database. So a marker says that the filling has not ended.
 * @returns to be called when it has: puts all of it on disk, and removes the marker.
 */
function prepareFolder(folder: string): () => void {
  const marker = `${folder}.unfinished`
  if (existsSync(marker)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(join(folder, 'PG_VERSION'))) return () => undefined

  writeFileSync(marker, '')
  syncPath(dirname(folder))
  return () => {
    syncAll(folder)
    rmSync(marker)
    syncPath(dirname(folder))
  }
}
