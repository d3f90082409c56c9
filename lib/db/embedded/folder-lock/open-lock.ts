import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { DatabaseError } from '../../database-error'
import { errorCode } from './error-code'
import { refuseFormerHolder } from './former-lock'
import { describeHolder, newHolderName } from './holder-name'

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
export function takeOpenLock(file: string): () => void {
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

/** Windows lets nobody read it. */
function holderOf(file: string): string {
  try {
    return describeHolder(readFileSync(file, 'utf8'))
  } catch {
    return 'another process'
  }
}
