import { readFileSync } from 'node:fs'

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
export function isStillRunning(pid: number, start: string | null): boolean {
  if (start !== null) return processStart(pid) === start
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
