import { rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { besides, failureOf } from '@/lib/backups/backup-folder'
import type { BackupOutcome } from '@/lib/backups/run-backups'
import { DatabaseError } from '@/lib/db/database-error'
import { dumpIn } from '@/lib/db/dump/dump-files'
import { loadDump } from '@/lib/db/dump/load-dump'
import { makeThrowAway, openOnPostgres } from '@/lib/db/dump/open-session'
import { requireRoom } from '@/lib/db/embedded/copy-while-running'
import { readEnv } from '@/lib/env'
import { writeDumpOf } from './dump-database'

/**
 * Makes a backup in a process of its own, which a large database keeps busy for minutes: of PostgreSQL, or of the copy of
 * the embedded database beside the file. It gets its name once it was restored, and every table found in it.
 */
export async function makeBackup(file: string): Promise<BackupOutcome> {
  const env = readEnv(process.env)
  const place = resolve(file)
  const { copy, verify } = besides(place)
  let hasDiffered = false
  const isGood = async (unfinished: string) => {
    rmSync(verify, { recursive: true, force: true })
    const { session, close } = await makeThrowAway(verify)
    try {
      await loadDump(dumpIn(unfinished, env.BACKUP_KEY)(), session)
    } catch (error) {
      hasDiffered = error instanceof DatabaseError
      throw error
    } finally {
      await close().catch(() => undefined)
      rmSync(verify, { recursive: true, force: true })
    }
  }
  try {
    if (env.DATABASE_URL !== undefined) requireRoom(await sizeOf(env.DATABASE_URL), dirname(place))
    const { end, bytes } = await writeDumpOf(env, copy, place, { key: env.BACKUP_KEY, isGood })
    return { bytes, leads: end.tables['public.lead']?.rows ?? 0 }
  } catch (error) {
    return { failure: hasDiffered ? 'differs' : failureOf(error) }
  } finally {
    rmSync(verify, { recursive: true, force: true })
    rmSync(copy, { recursive: true, force: true })
  }
}

/** In bytes. */
async function sizeOf(url: string): Promise<number> {
  const { session, close } = await openOnPostgres(url)
  try {
    const [row] = await session.rows<'bytes'>('SELECT pg_database_size(current_database())::text AS bytes')
    return Number(row?.bytes)
  } finally {
    await close()
  }
}
