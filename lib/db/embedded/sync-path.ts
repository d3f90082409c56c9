import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'

/** Puts a file's content, or a folder's list of names, on disk. Windows cannot do folders, and need not. */
export function syncPath(path: string): void {
  const isFolder = statSync(path).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const opened = openSync(path, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
