import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'

/** What a holder calls itself: short enough for a socket's address, and for nobody but one holder ever. */
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
