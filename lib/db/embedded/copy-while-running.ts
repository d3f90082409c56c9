import { copyFileSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Pool } from 'pg'
import { DatabaseError } from '../database-error'
import { errorCode } from './folder-lock/error-code'
import { createGentleCopy } from './gentle-copy'

/** Folders whose files say nothing once the process is gone; the log comes apart. */
const leftOut =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|(^|\/)(pgsql_tmp|pg_internal\.init|postmaster\.(pid|opts))/

/** Is read in one go, between two statements. */
const control = 'global/pg_control'

/** In bytes: what has to stay free where a copy is put, because leads have to be stored there, too. */
const keptFree = 256 * 1024 * 1024

/**
 * Copies the embedded database's folder while statements go on, as PostgreSQL's own base backup does: what is written
 * meanwhile is in the log, and opening the copy replays it. No statement waits for the copying, only for a checkpoint.
 * No checkpoint may come meanwhile: it would remove the log. What was lost of it is missed when the copy is opened, or here.
 * @param to a folder that is not there yet; it is gone again where copying fails
 * @throws {DatabaseError} where there is not enough room
 */
export async function copyWhileRunning(pool: Pool, folder: string, to: string): Promise<void> {
  requireRoom(sizeOf(folder), dirname(to))
  mkdirSync(to, { mode: 0o700 })
  try {
    // So that the one that waits below has little left to write.
    await pool.query('CHECKPOINT')
    await beginBackup(pool)
    const files = await copyFiles(folder, to).catch((error: unknown) => ({ error }))
    const { rows } = await pool.query<{ from: string; upTo: string; label: string }>(
      `SELECT substring(labelfile FROM 'file ([0-9A-F]{24})') AS from, pg_walfile_name(lsn) AS "upTo", labelfile AS label
       FROM pg_backup_stop(false)`,
    )
    if (files) throw files.error
    const [stopped] = rows
    if (!stopped) throw new Error('a backup has no label')
    const copyWal = createGentleCopy()
    for (const name of readdirSync(join(folder, 'pg_wal')))
      if (name >= stopped.from && name <= stopped.upTo && name.length === 24)
        await copyWal(join(folder, 'pg_wal', name), join(to, 'pg_wal', name))
    writeFileSync(join(to, 'backup_label'), stopped.label)
  } catch (error) {
    rmSync(to, { recursive: true, force: true })
    throw error
  }
}

/** Of the one session there is: one that could not be ended would keep every later one from beginning. */
const isUnderWay = '55000'

async function beginBackup(pool: Pool): Promise<void> {
  const begin = () => pool.query("SELECT pg_backup_start('copy', true)")
  await begin().catch(async (error: unknown) => {
    if (errorCode(error) !== isUnderWay) throw error
    await pool.query('SELECT FROM pg_backup_stop(false)')
    await begin()
  })
}

async function copyFiles(folder: string, to: string): Promise<void> {
  const copy = createGentleCopy()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (leftOut.test(path)) continue
    if (entry.isDirectory()) mkdirSync(join(to, path), { mode: 0o700 })
    else if (path !== control) await copyOne(copy, join(folder, path), join(to, path))
  }
  copyFileSync(join(folder, control), join(to, control))
}

type Copy = ReturnType<typeof createGentleCopy>

/** A table may be dropped meanwhile: the log says so, too. Where the copy's own folder is gone the last file tells. */
async function copyOne(copy: Copy, from: string, to: string): Promise<void> {
  try {
    await copy(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

/** A copy, a dump of it and what that is restored into to be verified. */
const timesAsLarge = 3

/**
 * @param bytes how large the database is
 * @throws {DatabaseError} where what is made of it there would leave the disk next to full
 */
export function requireRoom(bytes: number, place: string): void {
  const { bavail, bsize } = statfsSync(place)
  if (bavail * bsize < bytes * timesAsLarge + keptFree)
    throw Object.assign(
      new DatabaseError(`There is not enough room in ${place}: three times the database, and 256 MB`),
      { code: 'ENOSPC' },
    )
}

function sizeOf(folder: string): number {
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0
  return bytes
}
