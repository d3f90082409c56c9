import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { DatabaseError } from '../../database-error'
import { errorCode, succeeds } from './error-code'
import { describeHolder, newHolderName, removeFormerLock } from './lock-holder'
import { isListening, type OpenFolder, openedPath, socketAddress } from './socket-address'

/** Each time round another process got the lock and gave it back in between. */
const mostTries = 100

/**
 * Takes a lock that the kernel gives back, however its process ends: a folder with one socket in it, at which the
 * holder listens. Ids of processes and names of hosts are only for people.
 *
 * Taking is one step that cannot be halved: a folder with a socket that listens already is renamed to the lock's name,
 * which the kernel does only while there is none or an empty one. A socket is removed only when no process listens there;
 * that stays so, and its name is never used again, so no process removes the lock of one that was faster.
 * @returns gives the lock back.
 * @throws {DatabaseError} when a process has it.
 */
export async function takeSocketLock(lock: string): Promise<() => void> {
  for (let tries = 0; tries < mostTries; tries++) {
    const holder = await clear(lock, openedPath)
    if (holder !== null)
      throw new DatabaseError(`DATA_DIR is in use by ${describeHolder(holder)} (its lock is ${lock})`)
    const candidate = await listen(lock)
    if (!candidate) continue
    if (moveTo(lock, candidate)) {
      // The lock holds without this.
      await removeCandidates(lock).catch(() => undefined)
      return () => giveBack(candidate, lock)
    }
  }
  throw new DatabaseError(`DATA_DIR: its lock, ${lock}, changed hands ${mostTries} times`)
}

/** How what is in an open folder is reached. */
type Reach = (folder: OpenFolder) => string

/**
 * Removes what holders that are gone have left in a lock, or a candidate for it. Resolves to the name of one that is not.
 *
 * A folder may be moved away under us, or another to its place. In a lock only a socket that has listened can be, so
 * what is seen, asked and removed there is that of the folder opened. A candidate may be about to listen, and then to
 * become the lock: what is removed of it must be where it was.
 */
async function clear(lock: string, reach: Reach): Promise<string | null> {
  const folder = openFolder(lock)
  if (folder === 'none') return null
  if (folder === 'file') {
    removeFormerLock(lock)
    return null
  }
  try {
    const path = reach(folder)
    for (const name of names(path)) {
      if (await isListening(socketAddress(folder, name))) return name
      succeeds(() => unlinkSync(join(path, name)), 'ENOENT', 'ENOTDIR')
    }
    return null
  } finally {
    closeSync(folder.fd)
  }
}

type Candidate = { server: Server; folder: OpenFolder; name: string }

/** Listens in a folder of its own beside the lock. Resolves to null where a new holder has just tidied that away. */
async function listen(lock: string): Promise<Candidate | null> {
  const path = mkdtempSync(`${lock}.`)
  const folder = openFolder(path)
  if (typeof folder === 'string') return null
  const name = newHolderName()
  // A connection has nothing to say here. What cannot be let in, for want of descriptors, has been answered all the same.
  const server = createServer((connection) => connection.destroy()).on('error', () => undefined)
  try {
    // `exclusive`: a cluster's main process would listen in our stead.
    const listening = new Promise<void>((resolve, reject) => {
      server.once('listening', resolve).once('error', reject)
    })
    server.listen({ path: socketAddress(folder, name), exclusive: true })
    await listening
    server.unref()
    return { server, folder, name }
  } catch (error) {
    closeSync(folder.fd)
    // libuv says EACCES also where the folder is gone.
    if (!existsSync(path)) return null
    rmSync(path, { recursive: true, force: true })
    throw error
  }
}

/** Whether the lock is now the candidate's, which otherwise is gone. */
function moveTo(lock: string, candidate: Candidate): boolean {
  const { folder, name } = candidate
  const moved = succeeds(() => renameSync(folder.path, lock), 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'ENOENT')
  // A holder that tidied up in the instant before we listened took our socket for one that was left behind.
  if (moved && names(lock).includes(name)) return true
  giveBack(candidate, moved ? lock : folder.path)
  return false
}

function giveBack({ server, folder, name }: Candidate, path: string): void {
  server.close()
  closeSync(folder.fd)
  succeeds(() => unlinkSync(join(path, name)), 'ENOENT', 'ENOTDIR')
  // Fails when it is already another process's.
  succeeds(() => rmdirSync(path), 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR')
}

/** Removes what processes have left that were killed while they took the lock. Only its holder does. */
async function removeCandidates(lock: string): Promise<void> {
  const beginning = `${basename(lock)}.`
  for (const entry of readdirSync(dirname(lock), { withFileTypes: true })) {
    if (!entry.isDirectory() || !entry.name.startsWith(beginning)) continue
    const path = join(dirname(lock), entry.name)
    if ((await clear(path, ({ path }) => path)) === null)
      succeeds(() => rmdirSync(path), 'ENOTEMPTY', 'EEXIST', 'ENOENT')
  }
}

function openFolder(path: string): OpenFolder | 'none' | 'file' {
  try {
    return { path, fd: openSync(path, constants.O_RDONLY | constants.O_DIRECTORY) }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'none'
    if (errorCode(error) === 'ENOTDIR') return 'file'
    throw error
  }
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
