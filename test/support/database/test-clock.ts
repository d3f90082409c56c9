import type { Pool } from 'pg'

/** Lets the tests of a database say what time it is to deliveries: {@link setClock}. Part of the migrated template. */
export async function letClockBeSet(pool: Pool): Promise<void> {
  await pool.query(`
    CREATE TABLE test_clock (at timestamptz NOT NULL);
    CREATE OR REPLACE FUNCTION delivery_clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS
      'SELECT coalesce((SELECT at FROM test_clock), clock_timestamp())'`)
}

/** What the clock of each database was last set to; a test that asks for the same meanwhile waits for it. */
const set = new WeakMap<Pool, { at: number; done: Promise<void> }>()

/**
 * Sets what time it is to deliveries. A test may go back: then the schedule of places, which takes that for a clock that was
 * set back, begins anew.
 */
export function setClock(pool: Pool, at: Date): Promise<void> {
  const last = set.get(pool)
  if (last?.at === at.getTime()) return last.done
  const done = (last?.done ?? Promise.resolve()).then(() => write(pool, at))
  set.set(pool, { at: at.getTime(), done })
  return done
}

async function write(pool: Pool, at: Date): Promise<void> {
  await pool.query('DELETE FROM test_clock')
  await pool.query(
    `WITH begun AS (
      INSERT INTO outbound_schedule (number, next_at, seen_at) VALUES (1, '-infinity', '-infinity'), (2, '-infinity', '-infinity')
      ON CONFLICT (number) DO UPDATE SET next_at = '-infinity', seen_at = '-infinity'
      WHERE outbound_schedule.seen_at > $1
    ), missed AS (DELETE FROM outbound_place)
    INSERT INTO test_clock VALUES ($1)`,
    [at],
  )
}
