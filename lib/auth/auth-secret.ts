import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { syncPath } from '@/lib/db/embedded/durable-fs'
import { type Env, EnvError } from '@/lib/env'

const bytes = 32
const written = /^[0-9a-f]{64}$/

/**
 * The secret with which people are signed in: AUTH_SECRET, else one that is made once and kept beside the embedded
 * database, so that sessions outlive a restart. `undefined` in the open sandbox.
 * @throws {EnvError} where that file is there and is not what was written
 */
export function authSecret({ AUTH_SECRET, access, DATABASE_URL, DATA_DIR }: Env): string | undefined {
  if (AUTH_SECRET !== undefined || access === 'open' || DATABASE_URL !== undefined) return AUTH_SECRET
  const file = join(DATA_DIR, 'auth-secret')
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  // A full disk may have left an empty one: no session was signed with it.
  if (kept === '') return keep(file, randomBytes(bytes).toString('hex'))
  if (!written.test(kept))
    throw new EnvError(`AUTH_SECRET: ${file} is not as it was written; set AUTH_SECRET`)
  return kept
}

/** Whole or not at all, and for no other user to read. */
function keep(file: string, secret: string): string {
  const unfinished = `${file}.unfinished`
  const opened = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(opened, secret)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  renameSync(unfinished, file)
  syncPath(join(file, '..'))
  return secret
}
