import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { dirname } from 'node:path'
import { log } from '@/lib/log'

/**
 * In bytes: two segments of PostgreSQL's log, and some. One is made where the log goes on, and one more is written by
 * looking and tidying up while nothing else may write.
 */
const reserveBytes = 40 * 1024 * 1024
/** In bytes: what has to be free besides, so that it is not given up again at once. */
const marginBytes = 24 * 1024 * 1024
const chunkBytes = 1024 * 1024

const noRoom = ['ENOSPC', 'EDQUOT']

/** Space of the disk that is kept for the embedded database; see docs/decisions/0073. */
export type DiskReserve = {
  /** Whether it was given up, and has not been made again: the disk is full, and nothing more is to be written. */
  isSpent: () => boolean
  /** Makes it, or makes it again, where there is room. */
  make: () => void
  /** Writes to the disk; where there is no room, once more with the reserve's. */
  withRoom: <T>(write: () => T) => T
}

/**
 * PostgreSQL panics where it cannot write its log, and PGlite then never comes back from the statement after. So space is
 * kept that a write which finds none is given; whoever asks `isSpent` then writes nothing more until there is room again.
 * @param file where the space is kept, on the disk of the database
 */
export function keepReserve(file: string, bytes = reserveBytes): DiskReserve {
  let isSpent = false

  function giveUp(): void {
    isSpent = true
    fs.rmSync(file, { force: true })
    log.error({ code: 'disk_full' }, 'the disk is full: nothing is stored until there is room')
  }

  function make(): void {
    try {
      if (!isThere(file, bytes)) {
        if (freeBytes(file) < bytes + (isSpent ? marginBytes : 0)) throw new Error('there is no room')
        fill(file, bytes)
      }
      if (isSpent) log.warn({ code: 'disk_has_room' }, 'the disk has room again: leads are stored')
      isSpent = false
    } catch {
      fs.rmSync(file, { force: true })
      if (!isSpent) giveUp()
    }
  }

  return {
    isSpent: () => isSpent,
    make,
    withRoom(write) {
      try {
        return write()
      } catch (error) {
        if (isSpent || !isNoRoom(error)) throw error
        giveUp()
        return write()
      }
    },
  }
}

function isThere(file: string, bytes: number): boolean {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size
  return size === bytes
}

/** Of the disk that the file is on, for whoever is not its administrator. */
function freeBytes(file: string): number {
  const { bavail, bsize } = fs.statfsSync(dirname(file))
  return bavail * bsize
}

/** At random: a disk that makes its content smaller keeps space for what cannot be. */
function fill(file: string, bytes: number): void {
  const chunk = randomBytes(chunkBytes)
  const opened = fs.openSync(file, 'w', 0o600)
  try {
    for (let left = bytes; left > 0; ) left -= fs.writeSync(opened, chunk, 0, Math.min(left, chunk.length))
  } finally {
    fs.closeSync(opened)
  }
}

function isNoRoom(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && noRoom.includes(code)
}
