import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncPath } from './sync-path'

/**
 * Makes ready a folder in which PGlite creates its files: it fills it file by file and would take the half of
 * them, left by a process that was killed, for a database. So a marker says that the filling has not ended.
 * @returns to be called when it has: puts all of it on disk, and removes the marker.
 */
export function prepareFolder(folder: string): () => void {
  const marker = `${folder}.unfinished`
  if (existsSync(marker)) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(join(folder, 'PG_VERSION'))) return () => undefined

  writeFileSync(marker, '')
  syncPath(dirname(folder))
  return () => {
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      syncPath(join(folder, entry))
    syncPath(folder)
    rmSync(marker)
    syncPath(dirname(folder))
  }
}
