import { readFileSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { DatabaseError } from '../../database-error'
import { succeeds } from './error-code'
import { isStillRunning } from './process-start'

const holderSchema = z.object({ pid: z.number(), start: z.string().nullable(), host: z.string() })

/**
 * Refuses where a process of a version before the lock of today still runs, as during an upgrade. It wrote its number
 * and start into a file; whether it runs in another container cannot be told from that, and is not asked.
 * @throws {DatabaseError} when it runs.
 */
export function refuseFormerHolder(file: string): void {
  const holder = read(file)
  if (!holder || !isStillRunning(holder.pid, holder.start)) return
  // A number alone, as outside Linux, means nothing under another host's name.
  if (holder.start === null && holder.host !== hostname()) return
  throw new DatabaseError(`DATA_DIR is in use by process ${holder.pid} (its lock is ${file})`)
}

/** The same, and then removes the file: a holder that is gone left it, or a full disk has made it empty. */
export function removeFormerLock(file: string): void {
  refuseFormerHolder(file)
  // Others may have removed it, and have put a lock of today in its place: that is a folder, which stays.
  succeeds(() => unlinkSync(file), 'ENOENT', 'EISDIR', 'EPERM')
}

function read(file: string) {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
