import type { Pool } from 'pg'
import { idleGapMs, type RunNote } from '@/lib/system/scheduled-run'

/** Of two instances one is enough: so much newer a run has to be than the row, in ms. */
const busyGapMs = 30_000

/**
 * Writes down what ran in this process, in one statement and by the database's clock. A run that had nothing to do is
 * written only where the row has become old, so that the embedded database rests while nothing happens, and ten instances
 * write no more than one. A row from later than the clock shows counts for nothing: the clock was wrong then.
 * Resolves to the number of rows written.
 */
export async function writeRuns(pool: Pick<Pool, 'query'>, notes: RunNote[]): Promise<number> {
  const column = <K extends keyof RunNote>(key: K) => notes.map((note) => note[key])
  const gaps = notes.map(({ isIdle }) => (isIdle ? idleGapMs - busyGapMs : busyGapMs))
  const { rowCount } = await pool.query({
    name: 'write-runs',
    text: `
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS now),
      note AS (
        SELECT n.name, n.took_ms, n.failure, n.gap_ms * interval '1 ms' AS gap,
          clock.now - n.ended_ago * interval '1 ms' AS ended_at, clock.now - n.failed_ago * interval '1 ms' AS failed_at
        FROM clock, unnest($1::text[], $2::float8[], $3::int[], $4::float8[], $5::text[], $6::float8[])
          n (name, ended_ago, took_ms, failed_ago, failure, gap_ms)),
      was AS (
        SELECT name, CASE WHEN ended_at <= clock.now + interval '1 minute' THEN ended_at END AS ended_at,
          CASE WHEN failed_at <= clock.now + interval '1 minute' THEN failed_at END AS failed_at, took_ms, failure
        FROM scheduled_run, clock)
      INSERT INTO scheduled_run (name, ended_at, took_ms, failed_at, failure)
      SELECT name, greatest(was.ended_at, note.ended_at),
        CASE WHEN note.ended_at > was.ended_at OR was.ended_at IS NULL THEN note.took_ms ELSE was.took_ms END,
        greatest(was.failed_at, note.failed_at),
        CASE WHEN note.failed_at > was.failed_at OR was.failed_at IS NULL THEN note.failure ELSE was.failure END
      FROM note LEFT JOIN was USING (name)
      WHERE note.ended_at > coalesce(was.ended_at + note.gap, '-infinity')
        OR note.failed_at > coalesce(was.failed_at + interval '${busyGapMs} ms', '-infinity')
        OR note.ended_at > was.failed_at AND was.failed_at > coalesce(was.ended_at, '-infinity')
      ORDER BY name
      ON CONFLICT (name) DO UPDATE SET ended_at = EXCLUDED.ended_at, took_ms = EXCLUDED.took_ms,
        failed_at = EXCLUDED.failed_at, failure = EXCLUDED.failure`,
    values: [
      column('name'),
      column('endedAgoMs'),
      column('tookMs'),
      column('failedAgoMs'),
      column('failure'),
      gaps,
    ],
  })
  return rowCount ?? 0
}
