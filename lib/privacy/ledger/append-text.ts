import { type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncPath } from '@/lib/db/embedded/durable-fs'

const newline = 0x0a

/**
 * Adds lines to a file, and puts it on disk: each by one write to the end, so that those of several processes do not
 * mix. A line that a crash or a full disk has torn is ended first, or it would swallow the next one.
 * @throws when it is not certain that all of it is there
 */
export async function appendText(path: string, lines: string[]): Promise<void> {
  const file = await openToAppend(path)
  try {
    let isTorn = await endsTorn(file)
    for (const line of lines) {
      const bytes = Buffer.from(`${isTorn ? '\n' : ''}${line}\n`)
      const { bytesWritten } = await file.write(bytes)
      if (bytesWritten < bytes.length) throw new Error('a line was written in part')
      isTorn = false
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The file, made if it is not there, for no other user; its name is on disk, too. */
export async function openToAppend(path: string): Promise<FileHandle> {
  try {
    const made = await open(path, 'ax+', 0o600)
    syncPath(dirname(path))
    return made
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return open(path, 'a+', 0o600)
    throw error
  }
}

async function endsTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] !== newline
}
