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
 * so that it stays short, and frees the rows that updates leave behind; and has
 * room looked for on a full disk. Does nothing while nothing is written.
 * @returns stops it. Its timers keep no process alive.
 */
export function startMaintenance(pool: Pool, { mayCheckpoint, makeRoom }: Ports): () => void {
  const checkpoint = checkpointWhenWritten(pool)
  const timers = [
    repeat(async () => {
      if (mayCheckpoint()) await checkpoint()
    }, 'checkpoint'),
    repeat(vacuumWhenChanged(pool), 'vacuum'),
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

/**
 * Makes a checkpoint if the log on the disk has grown since the last ended. Not by what is in memory alone: looking for due
 * leads adds a line without waiting for the disk, every five seconds.
 */
export function checkpointWhenWritten(pool: Pool): () => Promise<void> {
  let seen: string | undefined
  const position = async () =>
    (await pool.query<{ lsn: string }>('SELECT pg_current_wal_flush_lsn() AS lsn')).rows[0]?.lsn
  return async () => {
    if ((await position()) === seen) return
    await pool.query('CHECKPOINT')
    seen = await position()
  }
}

/** What a service writes of itself while nobody does anything: a few rows, which give their place to each other. */
const pulse = ['clock_watch', 'scheduled_run', 'outbound_schedule', 'version']

/**
 * Vacuums if a row of anybody has changed since the last ended, be it one: what was erased goes from the disk with that. The
 * first time in any case, since what was counted before the start may be lost. It takes a fifth of a second in which nobody
 * else has the database, and writes half a megabyte of statistics.
 */
export function vacuumWhenChanged(pool: Pool): () => Promise<void> {
  let isFirst = true
  const hasChanged = async () => {
    // PostgreSQL tells what it has counted now and then; this has it told before the next statement.
    await pool.query('SELECT pg_stat_force_next_flush()')
    const { rowCount } = await pool.query({
      text: `SELECT FROM pg_stat_user_tables WHERE relname <> ALL ($1)
        AND (n_dead_tup > 0 OR n_mod_since_analyze > 0 OR n_ins_since_vacuum > 0) LIMIT 1`,
      values: [pulse],
    })
    return rowCount !== 0
  }
  return async () => {
    // The first time too: what is told only after a vacuum would stand as not vacuumed.
    if (!(await hasChanged()) && !isFirst) return
    await pool.query('VACUUM (ANALYZE)')
    isFirst = false
  }
}
