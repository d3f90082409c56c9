import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { DatabaseError } from '../database-error'
import { type CopySession, embeddedSession } from '../dump/copy-session'
import type { OpenSession } from '../dump/open-session'
import { syncAll, syncPath } from './durable-fs'
import { takeFolderLock } from './folder-lock/take-folder-lock'
import { keptOf, majorOf, ourMajor, refuseOther, upgradedOf } from './folder-version'
import { startPglite } from './open-embedded'

/**
 * Makes a database where there is none: beside its place, and in its place only once it is whole and on disk. What a process
 * that was killed has left beside it is removed.
 * @throws {DatabaseError} where there is a database, or a process has the folder
 */
export async function makeDatabase(
  dataDir: string,
  fill: (session: CopySession) => Promise<void>,
  tell?: (step: string) => void,
): Promise<void> {
  await withLock(dataDir, async (folder) => {
    refuseOther(folder)
    if (majorOf(folder) !== null && !existsSync(`${folder}.unfinished`))
      throw new DatabaseError(`There is a database in ${folder} already: nothing was done`)
    if (existsSync(folder) && !existsSync(`${folder}.unfinished`) && readdirSync(folder).length > 0)
      throw new DatabaseError(`What is in ${folder} is no database of ours: nothing was done`)
    const unfinished = `${folder}.restoring`
    await makeFolder(unfinished, fill)
    tell?.('made')
    rmSync(folder, { recursive: true, force: true })
    rmSync(`${folder}.unfinished`, { force: true })
    moveTo(unfinished, folder)
  })
}

/** What an upgrade did: from which version, and where the folder is that was there; `null` where there was nothing to do. */
export type Upgrade = { from: string; kept: string } | null

/**
 * Makes a folder of our version of one of another, which stays beside it. Killed at any step it is refused by a start, and
 * goes on when it is called again.
 * @param openOther opens a folder of the version given
 */
export async function upgradeDatabase(
  dataDir: string,
  openOther: (major: string, folder: string) => Promise<OpenSession>,
  fill: (other: CopySession, session: CopySession) => Promise<void>,
  tell?: (step: string) => void,
): Promise<Upgrade> {
  return withLock(dataDir, async (folder) => {
    const upgraded = upgradedOf(folder)
    const major = majorOf(folder)
    if (major === null) {
      if (!existsSync(upgraded)) throw new DatabaseError(`There is no database in ${folder}`)
      // Killed between the two last steps.
      moveTo(upgraded, folder)
      return { from: 'another version', kept: keptOf(folder, '…') }
    }
    if (major === ourMajor) return null
    const kept = keptOf(folder, major)
    if (existsSync(kept)) throw new DatabaseError(`${kept} is there already: move it away first`)
    rmSync(upgraded, { recursive: true, force: true })
    const other = await openOther(major, folder)
    try {
      await makeFolder(upgraded, (session) => fill(other.session, session))
    } finally {
      await other.close()
    }
    tell?.('made')
    moveTo(folder, kept)
    tell?.('kept')
    moveTo(upgraded, folder)
    return { from: major, kept }
  })
}

async function withLock<T>(dataDir: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(resolve(dataDir), 'database')
  mkdirSync(dirname(folder), { recursive: true })
  const unlock = await takeFolderLock(folder)
  try {
    return await work(folder)
  } finally {
    unlock()
  }
}

/** Makes a folder anew, filled and on disk; where that fails it is gone. */
async function makeFolder(folder: string, fill: (session: CopySession) => Promise<void>): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  try {
    // Nothing of it counts before all of it is on disk: PGlite need not wait for each commit to be.
    const pglite = await startPglite({ fs: new NodeFS(folder) })
    try {
      await fill(await embeddedSession(pglite))
      await pglite.exec('CHECKPOINT')
    } finally {
      await pglite.close()
    }
    syncAll(folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function moveTo(from: string, to: string): void {
  renameSync(from, to)
  syncPath(dirname(to))
}
