import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupFailure } from './run-backups'

const whole = /^lead-api-\d{8}T\d{6}Z\.sql(\.age)?$/
const begun = /^lead-api-\d{8}T\d{6}Z\.sql(\.age)?\.(unfinished-[0-9a-f]{6}|copy|verify)$/

/** Where a backup's copy of the embedded database is, and where it is restored to be verified: beside it, while it is made. */
export const besides = (file: string) => ({ copy: `${file}.copy`, verify: `${file}.verify` })

/** Removes what a backup has left that was killed. Files that are not called as ours are nobody's business. */
export function removeBegun(folder: string): void {
  for (const name of readdirSync(folder))
    if (begun.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
}

/** For the one file that was added, so many are removed at most: whatever goes wrong, it takes nights to lose all. */
const mostRemoved = 2

/** Removes whole backups but for the newest `keep`, and never `newest`: a clock that was set back makes it look old. */
export function removeOldBackups(folder: string, keep: number, newest: string): void {
  const names = readdirSync(folder).filter((name) => whole.test(name) && name !== newest)
  const tooMany = Math.max(names.length - (keep - 1), 0)
  for (const name of names.sort().slice(0, Math.min(tooMany, mostRemoved))) rmSync(join(folder, name))
}

const disk = ['ENOSPC', 'EDQUOT', '53100']
const place = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST']

/** What an error means for who looks after backups. */
export function failureOf(error: unknown): BackupFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (disk.includes(code)) return 'disk_full'
  return place.includes(code) ? 'unwritable' : 'failed'
}
