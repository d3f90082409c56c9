import { access, constants, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { askFolder } from '@/lib/time/in-time'
import type { BackupFailure } from './run-backups'

const whole = /^lead-api-\d{8}T\d{6}Z\.sql(\.age)?$/
const begun = /^lead-api-\d{8}T\d{6}Z\.sql(\.age)?\.(unfinished-[0-9a-f]{6}|copy|verify)$/

/** Where a backup's copy of the embedded database is, and where it is restored to be verified: beside it, while it is made. */
export const besides = (file: string) => ({ copy: `${file}.copy`, verify: `${file}.verify` })

/** In ms: how long a folder is waited for that is asked something, and that is to remove something. */
const limits = { ask: 5_000, remove: 60_000 }

/** @throws {Error} where the folder is not there, may not be written, or does not answer */
export const requireFolder = (folder: string): Promise<void> =>
  askFolder(folder, limits.ask, () => access(folder, constants.W_OK | constants.X_OK))

/** Removes what a backup has left that was killed. Files that are not called as ours are nobody's business. */
export async function removeBegun(folder: string): Promise<void> {
  const names = await askFolder(folder, limits.ask, () => readdir(folder))
  await remove(
    folder,
    names.filter((name) => begun.test(name)),
  )
}

const remove = (folder: string, names: string[]): Promise<void> =>
  askFolder(folder, limits.remove, async () => {
    for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
  })

/** For the one file that was added, so many are removed at most: whatever goes wrong, it takes nights to lose all. */
const mostRemoved = 2

/** Removes whole backups but for the newest `keep`, and never `newest`: a clock that was set back makes it look old. */
export async function removeOldBackups(folder: string, keep: number, newest: string): Promise<void> {
  const names = await askFolder(folder, limits.ask, () => readdir(folder))
  const others = names.filter((name) => whole.test(name) && name !== newest).sort()
  const tooMany = Math.max(others.length - (keep - 1), 0)
  await remove(folder, others.slice(0, Math.min(tooMany, mostRemoved)))
}

const disk = ['ENOSPC', 'EDQUOT', '53100']
const place = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'ETIMEDOUT']

/** What an error means for who looks after backups. */
export function failureOf(error: unknown): BackupFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (disk.includes(code)) return 'disk_full'
  return place.includes(code) ? 'unwritable' : 'failed'
}
