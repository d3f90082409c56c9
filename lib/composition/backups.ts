import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { besides, failureOf, removeBegun, removeOldBackups, requireFolder } from '@/lib/backups/backup-folder'
import { type BackupOutcome, backupFailures, runBackups } from '@/lib/backups/run-backups'
import { createBackupStore } from '@/lib/backups/store/create-backup-store'
import { openOnPostgres } from '@/lib/db/dump/open-session'
import { succeeds } from '@/lib/db/embedded/folder-lock/error-code'
import { tryLockStatement } from '@/lib/db/locks'
import type { Database } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { log, loggable } from '@/lib/log'
import { inTime } from '@/lib/time/in-time'

const outcomeSchema = z.union([
  z.object({ bytes: z.number(), leads: z.number() }),
  z.object({ failure: z.enum(backupFailures) }),
])

/** In ms: how long a stop waits for one that is being ended. A copy cannot be; what it leaves the next backup removes. */
const closeLimitMs = 3_000

/** What else runs on the machine goes first. As nice(1) counts. */
const niceness = 10

/** One that has ended already has no priority. */
function makeNice(pid: number | undefined): void {
  if (pid !== undefined) succeeds(() => setPriority(pid, niceness), 'ERR_SYSTEM_ERROR')
}

/** Backups by schedule, where BACKUP_DIR is set. `close` ends one that is being made: nothing of it stays. */
export function createBackups(
  { BACKUP_DIR, BACKUP_KEEP, BACKUP_KEY, DATABASE_URL }: Env,
  database: Pick<Database, 'prisma' | 'copyTo'>,
) {
  let child: ChildProcess | null = null
  let running: Promise<void> = Promise.resolve()
  let isClosed = false
  const folder = resolve(BACKUP_DIR ?? '.')

  async function make(name: string): Promise<BackupOutcome> {
    try {
      await requireFolder(folder)
      await removeBegun(folder)
      await database.copyTo?.(besides(join(folder, name)).copy)
      if (isClosed) return { failure: 'interrupted' }
      return await makeApart(join(folder, name))
    } catch (error) {
      return { failure: failureOf(error) }
    } finally {
      await clear()
    }
  }
  /** What cannot be removed does not change what came of the backup. */
  const clear = () =>
    removeBegun(folder).catch((error: unknown) =>
      log.warn(loggable(error), 'what a backup has left could not be removed'),
    )

  async function makeApart(file: string): Promise<BackupOutcome> {
    child = spawn(process.execPath, ['scripts/make-backup.mjs', file], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const ended = once(child, 'exit')
    try {
      makeNice(child.pid)
      const said = child.stdout ? await text(child.stdout) : ''
      await ended
      return outcomeSchema.parse(JSON.parse(said))
    } catch {
      return { failure: isClosed ? 'interrupted' : 'failed' }
    } finally {
      child = null
    }
  }

  async function alone(work: () => Promise<void>): Promise<void> {
    // The embedded database has this one process.
    if (DATABASE_URL === undefined) return work()
    const { session, close } = await openOnPostgres(DATABASE_URL)
    try {
      // In a transaction, that a pooler keeps one connection for.
      await session.run('BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0')
      const [got] = await session.rows<'is'>(tryLockStatement('backups'))
      if (got?.is === 'true') await work()
    } finally {
      await close()
    }
  }

  const removeOld = (newest: string) => removeOldBackups(folder, BACKUP_KEEP, newest)
  const ports = { store: createBackupStore(database.prisma), alone, make, removeOld }
  return {
    async run(): Promise<void> {
      if (BACKUP_DIR === undefined || isClosed) return
      running = runBackups(ports, BACKUP_KEY !== undefined)
      await running
    },
    async close(): Promise<void> {
      isClosed = true
      child?.kill('SIGKILL')
      await inTime(
        running.catch(() => undefined),
        closeLimitMs,
        undefined,
      )
    },
  }
}
