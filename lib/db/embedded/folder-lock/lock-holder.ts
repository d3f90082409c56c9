import { randomBytes } from 'node:crypto'
import { readFileSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/database-error'
import { succeeds } from './error-code'

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

/**
 * What tells a running process from every other that has had, or will have, its number: the machine's boot and
 * the moment in it when the process started. Linux only: null elsewhere, and for a process that is gone.
 */
export function processStart(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // proc(5): "pid (name) state …", where the name may hold spaces and parentheses; the start is field 22.
    const fromState = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fromState[0] === 'Z' ? null : `${boot}:${fromState[22 - 3]}`
  } catch {
    return null
  }
}

/** Whether the process that had this number and start still runs; by its number alone where there is no start. */
function isStillRunning(pid: number, start: string | null): boolean {
  if (start !== null) return processStart(pid) === start
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What a holder calls itself: short enough for a socket's address, and never another holder's. */
export function newHolderName(): string {
  const host = hostname()
    .replace(/[^A-Za-z0-9.-]/g, '_')
    .slice(0, 40)
  return `${process.pid}@${host}.${randomBytes(8).toString('hex')}`
}

/** Who that is, in words. The number is the one it has where it runs, which in a container is often 1. */
export function describeHolder(name: string): string {
  const parts = /^(\d+)@([A-Za-z0-9._-]*)\.[0-9a-f]{16}$/.exec(name)
  return parts ? `process ${parts[1]} on ${parts[2]}` : 'another process'
}
