import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { DatabaseError } from '@/lib/db/database-error'
import { errorCode } from './error-code'
import { requireLocalFolder } from './local-folder'
import { describeHolder, newHolderName, refuseFormerHolder } from './lock-holder'
import { takeSocketLock } from './socket-lock'

/**
 * Takes the lock that keeps a second process off a database: two would destroy it. It holds against every process of
 * this machine, in whatever container, and is free as soon as its process is gone, however that ended.
 * @param database the database's folder; the lock is beside it, `database.lock`.
 * @returns gives the lock back.
 * @throws {DatabaseError} in one line, when a process has it, or it would not hold here.
 */
export async function takeFolderLock(database: string): Promise<() => void> {
  const lock = `${database}.lock`
  requireLocalFolder(database)
  return process.platform === 'linux' ? takeSocketLock(lock) : takeOpenLock(lock)
}

/** libuv's UV_FS_O_EXLOCK, which Node does not name: an flock taken with the opening, and opening for oneself alone. */
const exclusive: Partial<Record<NodeJS.Platform, number>> = {
  darwin: 0x20 | constants.O_NONBLOCK,
  win32: 0x1000_0000,
}

/**
 * Takes a lock where the system locks a file as it opens it, and unlocks it however the process ends: macOS and
 * Windows. The file stays; to remove it would let two hold locks on two files of one name.
 * @returns gives the lock back.
 * @throws {DatabaseError} when a process has it, or the system knows no such lock.
 */
function takeOpenLock(file: string): () => void {
  const flag = exclusive[process.platform]
  if (flag === undefined)
    throw new DatabaseError(
      `DATA_DIR cannot be locked on ${process.platform}, and two processes would destroy it: set DATABASE_URL`,
    )
  refuseFormerHolder(file)
  const fd = open(file, flag)
  ftruncateSync(fd)
  writeSync(fd, newHolderName(), 0)
  return () => closeSync(fd)
}

function open(file: string, flag: number): number {
  try {
    return openSync(file, constants.O_RDWR | constants.O_CREAT | flag, 0o600)
  } catch (error) {
    const code = errorCode(error) ?? ''
    if (['EAGAIN', 'EWOULDBLOCK', 'EBUSY'].includes(code))
      throw new DatabaseError(`DATA_DIR is in use by ${holderOf(file)} (its lock is ${file})`)
    if (['ENOTSUP', 'EOPNOTSUPP'].includes(code))
      throw new DatabaseError(
        `DATA_DIR cannot be locked where it is (${code}): choose a local disk, or set DATABASE_URL`,
      )
    throw error
  }
}

/** Windows lets no other process read it. */
function holderOf(file: string): string {
  try {
    return describeHolder(readFileSync(file, 'utf8'))
  } catch {
    return 'another process'
  }
}
