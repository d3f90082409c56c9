import type { Pool } from 'pg'
import { runRecord } from '@/lib/jobs/run-record'
import { schedule } from '@/lib/jobs/schedule'

type Ports = {
  /** False while the log has to stay as it is. */
  mayCheckpoint: () => boolean
  /** Looks for room where the disk was full. */
  makeRoom: () => Promise<unknown>
}

/**
 * Does what a server's background processes do and PGlite has none for: writes the log's changes to the tables
 * so that it stays short, and frees the rows that updates leave behind; and has room looked for on a full disk. Does nothing while nothing is written.
 * @returns stops it. Its timers keep no process alive.
 */
export function startMaintenance(pool: Pool, { mayCheckpoint, makeRoom }: Ports): () => void {
  const checkpoint = whenWritten(pool, 'CHECKPOINT')
  const timers = [
    repeat(async () => {
      if (mayCheckpoint()) await checkpoint()
    }, 'checkpoint'),
    repeat(whenWritten(pool, 'VACUUM (ANALYZE)'), 'vacuum'),
    repeat(makeRoom, 'look-for-room'),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearInterval)
}

function repeat(
  run: () => Promise<unknown>,
  name: 'checkpoint' | 'vacuum' | 'look-for-room',
): NodeJS.Timeout {
  const watched = runRecord.watch(name, run)
  // The next turn tries again; what is wrong with the database shows in every query.
  return setInterval(() => void watched().catch(() => undefined), schedule[name].everyMs)
}

/** Runs a statement if the log has grown since the statement last ended. */
export function whenWritten(pool: Pool, statement: string): () => Promise<void> {
  let seen: string | undefined
  const position = async () =>
    (await pool.query<{ lsn: string }>('SELECT pg_current_wal_insert_lsn() AS lsn')).rows[0]?.lsn
  return async () => {
    if ((await position()) === seen) return
    await pool.query(statement)
    seen = await position()
  }
}
