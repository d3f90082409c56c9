import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { DatabaseFigures } from '@/lib/metrics/figures'

/** In ms. A scrape is no reason to keep a lead waiting: what takes longer is given up by the database itself. */
const longest = 2_000

const since1970 = (column: string) => `extract(epoch FROM ${column})::float8`

/** Leads of test keys have places of their own, and are in no figure. */
const isReal = "environment IS DISTINCT FROM 'test'"

/** All of it in one statement, and no table of leads looked through: those that wait are found by an index of theirs. */
export const figuresText = `
  WITH waiting AS (
    SELECT channel, environment IS NOT DISTINCT FROM $1 AS here, count(*) AS leads, min(received_at) AS oldest
    FROM lead WHERE status = 'pending' AND ${isReal} GROUP BY 1, 2
  ), leads AS (
    SELECT status, channel, sum(leads)::float8 AS count FROM lead_tally GROUP BY 1, 2
    UNION ALL SELECT 'pending', channel, sum(leads)::float8 FROM waiting GROUP BY 2
  )
  SELECT json_build_object(
    'leads', (SELECT coalesce(json_agg(l), '[]') FROM leads l),
    'attempts', (SELECT coalesce(json_agg(a), '[]') FROM (
      SELECT outcome, sum(attempts)::float8 AS count FROM attempt_tally GROUP BY 1) a),
    'waiting', (SELECT json_build_object('count', coalesce(sum(leads), 0),
      'oldestAgeS', coalesce(greatest(${since1970('delivery_clock() - min(oldest)')}, 0), 0)) FROM waiting WHERE here),
    'pausedCustomers', (SELECT count(*) FROM customer_pause WHERE environment = $1),
    'breakers', json_build_object(
      'customer', (SELECT count(*) FROM customer_trouble
        WHERE environment = $1 AND (tripped_at IS NOT NULL OR held_until > delivery_clock())),
      'vitec', coalesce((vitec_held_until($1, $2) > delivery_clock())::int, 0)),
    'placesInUse', (SELECT count(*) FROM delivery_attempt WHERE ended_at IS NULL AND ${isReal})
      + (SELECT count(*) FROM outbound_place WHERE ${isReal}),
    'sendingHeld', (SELECT count(*) FROM sending_hold),
    'databaseBytes', pg_database_size(current_database()),
    'retention', json_build_object(
      'state', (SELECT state FROM retention_run ORDER BY id DESC LIMIT 1),
      'endedAt', (SELECT ${since1970('max(ended_at)')} FROM retention_run WHERE state = 'ended')),
    'backup', json_build_object(
      'verifiedAt', (SELECT ${since1970('max(ended_at)')} FROM backup WHERE state = 'verified'),
      'failedAt', (SELECT ${since1970('max(coalesce(ended_at, started_at))')} FROM backup WHERE state = 'failed')),
    'alerts', (SELECT json_agg(a) FROM (
      SELECT kind, (SELECT count(*) FROM alert WHERE alert.kind = kinds.kind AND ended_at IS NULL) AS count
      FROM unnest(enum_range(NULL::alert_kind)) kinds (kind)) a),
    'runs', (SELECT coalesce(json_agg(r), '[]') FROM (
      SELECT name, ${since1970('ended_at')} AS "endedAt", ${since1970('failed_at')} AS "failedAt" FROM scheduled_run) r)
  ) AS figures`

/**
 * What the database knows, over all instances; never by looking through all leads.
 * @throws what the database says, also where it takes longer than 2 s
 */
export async function readFigures(
  { pool }: Pick<Database, 'pool'>,
  environment: EnvironmentId,
  magicPrefix: string | null,
): Promise<DatabaseFigures> {
  const client = await pool.connect()
  let failure: unknown
  try {
    // A planner that takes most leads to wait would look through all of them.
    await client.query(
      `BEGIN; SET LOCAL statement_timeout = ${longest}; SET LOCAL enable_seqscan = off; SET LOCAL jit = off`,
    )
    const { rows } = await client.query<{ figures: DatabaseFigures }>({
      text: figuresText,
      values: [environment, magicPrefix],
    })
    const [row] = rows
    if (!row) throw new Error('figures came back empty')
    await client.query('COMMIT')
    return row.figures
  } catch (error) {
    failure = error
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    client.release(failure instanceof Error && !('code' in failure))
  }
}

/** Adds up what sessions have counted: otherwise each one that was ever there would leave its rows behind. */
export async function foldTallies({ pool }: Pick<Database, 'pool'>): Promise<void> {
  await pool.query('SELECT fold_tallies()')
}
