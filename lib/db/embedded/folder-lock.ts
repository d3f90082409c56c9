import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { DatabaseError } from '../database-error'
import { isStillRunning, processStart } from './process-start'

const holderSchema = z.object({ pid: z.number(), start: z.string().nullable(), host: z.string() })
type Holder = z.infer<typeof holderSchema>

/**
 * Takes the lock file that keeps a second process off the database: two would corrupt it. One left behind by a
 * process that is gone is taken over.
 * @returns gives the lock back.
 * @throws {DatabaseError} when a process has it, or may have it.
 */
export function takeFolderLock(file: string): () => void {
  const own = JSON.stringify({ pid: process.pid, start: processStart(process.pid), host: hostname() })
  while (!tryCreate(file, own)) {
    const found = read(file)
    if (found !== null) removeStale(file, found)
  }
  return () => {
    if (read(file) === own) rmSync(file)
  }
}

function tryCreate(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function removeStale(file: string, found: string): void {
  const holder = parse(found)
  if (!holder) throw new DatabaseError(`DATA_DIR is locked by ${file}; if nothing uses it, remove that file`)
  if (holder.host !== hostname()) {
    const who = `process ${holder.pid} on ${holder.host}`
    throw new DatabaseError(`DATA_DIR is in use by ${who}; if that is gone, remove ${file}`)
  }
  if (isStillRunning(holder.pid, holder.start)) {
    throw new DatabaseError(`DATA_DIR is in use by process ${holder.pid} (its lock is ${file})`)
  }
  // Two processes may find the same stale lock: what is moved away is looked at again, lest it be the other's.
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return
    throw error
  }
  if (read(aside) === found) rmSync(aside)
  else renameSync(aside, file)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

function parse(content: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(content))
  } catch {
    return null
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
