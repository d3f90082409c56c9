import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseError } from '../../database-error'
import { errorCode } from './error-code'

/** Bytes of a Unix socket's address on Linux, without the closing zero. See unix(7). */
const mostBytes = 107

/** An open folder: where it is, and its descriptor. */
export type OpenFolder = { path: string; fd: number }

const procDescriptors = '/proc/self/fd'

/** A path to the very folder that was opened, wherever it is now; without /proc the path it was opened by. */
export function openedPath({ path, fd }: OpenFolder, descriptors = procDescriptors): string {
  const opened = `${descriptors}/${fd}`
  return existsSync(opened) ? opened : path
}

/**
 * The address of a socket in a folder, however long the folder's path is: it goes by the open descriptor.
 * @throws {DatabaseError} where there is no /proc to do that with, and the path is too long.
 */
export function socketAddress(folder: OpenFolder, name: string, descriptors = procDescriptors): string {
  const address = join(openedPath(folder, descriptors), name)
  if (Buffer.byteLength(address) <= mostBytes) return address
  const room = mostBytes - Buffer.byteLength(name) - 1
  throw new DatabaseError(
    `DATA_DIR is too long a path where /proc is not mounted: its lock, ${folder.path}, may have ${room} bytes`,
  )
}

/**
 * Whether a process listens at the address. The kernel answers, not the process: one that is stopped is there, until
 * its last thread is gone, and one that is gone never comes back at the same socket.
 * @throws {DatabaseError} when the kernel does not say.
 */
export async function isListening(address: string): Promise<boolean> {
  const code = await new Promise<string | null>((resolve) => {
    const socket = connect(address, () => {
      socket.destroy()
      resolve(null)
    })
    socket.on('error', (error) => resolve(errorCode(error) ?? error.message))
  })
  // EAGAIN: so many wait to be let in that there is no room for another, as when the process is stopped.
  if (code === null || code === 'EAGAIN') return true
  if (code === 'ECONNREFUSED' || code === 'ENOENT') return false
  throw new DatabaseError(`DATA_DIR may be in use: its lock does not say (${code})`)
}
