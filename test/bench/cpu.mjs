import { readdirSync, readFileSync } from 'node:fs'

/** Of Linux, in which /proc counts. */
const msPerTick = 10

/**
 * What has been spent so far, in ms: by a process, and by a PostgreSQL with all its sessions, those that have ended too. It
 * counts in steps of 10 ms, so some seconds have to pass between two questions.
 * @param {{ pid: number, postgresPid?: number | undefined }} whose
 */
export function cpuOf({ pid, postgresPid }) {
  return { node: own(pid), postgres: postgresPid === undefined ? 0 : ofPostgres(postgresPid) }
}

/** @returns {number} the memory of a process in MB, as it is now */
export function memoryOf(/** @type {number} */ pid) {
  const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1]) / 1024
}

function ofPostgres(/** @type {number} */ parent) {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
  return children.reduce((sum, pid) => sum + own(Number(pid)), ended(parent))
}

const own = (/** @type {number} */ pid) => (Number(stat(pid)[11]) + Number(stat(pid)[12])) * msPerTick || 0
const ended = (/** @type {number} */ pid) => (Number(stat(pid)[13]) + Number(stat(pid)[14])) * msPerTick
const parentOf = (/** @type {string} */ pid) => Number(stat(pid)[1])

/** What /proc says of a process, from its state on: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function stat(/** @type {number | string} */ pid) {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}
