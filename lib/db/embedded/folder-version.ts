import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../database-error'

/** The major version of PostgreSQL whose folders our PGlite reads; each reads those of its own alone. */
export const ourMajor = '18'

/** The major version of PostgreSQL that a folder is of; `null` where there is none in it. */
export function majorOf(folder: string): string | null {
  const file = join(folder, 'PG_VERSION')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** What an upgrade has made, whole, before it takes the place of what was there. */
export const upgradedOf = (folder: string): string => `${folder}.upgraded`

/** What was there before an upgrade from that version. */
export const keptOf = (folder: string, major: string): string => `${folder}.postgresql-${major}`

/**
 * Refuses a folder that this version cannot read, and the place of one whose upgrade was cut off: a new database would be
 * made there.
 * @throws {DatabaseError} which says what to do
 */
export function refuseOther(folder: string): void {
  const major = majorOf(folder)
  // An empty file is what a process has left that was killed while it made the folder.
  if (major !== null && major !== '' && major !== ourMajor)
    throw new DatabaseError(
      `DATA_DIR: the database in ${folder} is of PostgreSQL ${major}, and this version reads ${ourMajor}: run npm run db:upgrade`,
    )
  if (major === null && existsSync(upgradedOf(folder)))
    throw new DatabaseError(
      `DATA_DIR: an upgrade of the database in ${folder} was cut off: run npm run db:upgrade again`,
    )
}
