import { closeSync, constants, lstatSync, openSync, readFileSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseError } from '../../database-error'
import { errorCode } from './error-code'

/** File systems that one kernel has for itself, by their numbers: statfs(2), and linux/magic.h. */
const local = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0x2fc12fc1, // ZFS
  0xca451a4e, // bcachefs
  0xf2f52010, // F2FS
  0x3153464a, // JFS
  0x52654973, // ReiserFS
  0x3434, // NILFS
  0x01021994, // tmpfs
  0x858458f6, // ramfs
  0x794c7630, // overlayfs, a container's own files
  0x61756673, // aufs, the same in earlier ones
  0xf15f, // eCryptfs
])

/** Those that other machines, or the machine around a virtual one, often have open too; for the message. */
const shared = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x517b, 'SMB'],
  [0x01021997, '9p'],
  [0x65735546, 'FUSE or virtiofs'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x47504653, 'GPFS'],
  [0x19830326, 'BeeGFS'],
  [0x20030528, 'OrangeFS'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x786f4256, 'vboxsf'],
  [0xbacbacbc, 'vmhgfs'],
  [0x7c7c6673, 'prl_fs'],
])

/**
 * Refuses a database where the lock beside it would not hold: on a file system that another kernel may have open, and
 * where it is reached by another way than its lock. Linux only; nothing is asked elsewhere.
 * @throws {DatabaseError} that says why, and what to do.
 */
export function requireLocalFolder(database: string): void {
  if (process.platform !== 'linux') return
  const dataDir = dirname(database)
  requireLocal(dataDir, statfsSync(dataDir).type)
  if (!exists(database)) return
  if (lstatSync(database).isSymbolicLink() || mountOf(database) !== mountOf(dataDir))
    throw new DatabaseError(
      `DATA_DIR: ${database} is a link or a mount, which others may have under another lock: link or mount ${dataDir} instead`,
    )
}

/** @param type as statfs(2) numbers it; some machines give it a sign. */
export function requireLocal(dataDir: string, type: number): void {
  const number = type >>> 0
  if (local.has(number)) return
  const name = shared.get(number) ?? `an unknown kind of file system (0x${number.toString(16)})`
  throw new DatabaseError(
    `DATA_DIR: ${dataDir} is on ${name}, where another machine may have it open unseen, and two processes would destroy it: choose a local disk, or set DATABASE_URL`,
  )
}

/** The number of the mount that a path is on, or undefined where there is no /proc to say. */
function mountOf(path: string): string | undefined {
  const fd = openSync(path, constants.O_RDONLY)
  try {
    return /^mnt_id:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1]
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  } finally {
    closeSync(fd)
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
