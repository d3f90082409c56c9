import { requireLocalFolder } from './local-folder'
import { takeOpenLock } from './open-lock'
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
