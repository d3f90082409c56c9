import type { Database } from '@/lib/db/open-database'
import { storeLead } from '@/lib/db/testing/store-lead'
import { testDatabases } from '@/lib/db/testing/test-database'
import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import { sandbox } from '@/lib/environments/environment'
import {
  type CreateDatabase,
  type DeliveryState,
  type SimulatedDatabase,
  stateQuery,
} from './simulated-database'

/** What histories are played on. */
export type Simulation = Awaited<ReturnType<typeof openSimulation>>

/** The embedded database, which the test has to itself. */
export async function openSimulation() {
  const embedded = testDatabases.find(({ kind }) => kind === 'embedded')
  if (!embedded) throw new Error('there is no embedded database')
  const database = await embedded.create()
  const createSql: CreateDatabase = await createSqlDatabase(database)
  return { pool: database.pool, createSql, close: () => database.close() }
}

/**
 * The real database, as it is migrated, for one history after the other; its clock is what each is told. What is added to it
 * shows in its schema, so that no other test gets it.
 */
export async function createSqlDatabase(database: Database): Promise<CreateDatabase> {
  const { pool } = database
  await storeLead(database)
  await pool.query(`
    CREATE TABLE simulated_lead AS SELECT * FROM lead;
    UPDATE simulated_lead SET search_text = '', body = '', message = '';
    CREATE FUNCTION simulated_ms(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE
      AS 'SELECT round(extract(epoch FROM at) * 1000)::bigint';
    CREATE OR REPLACE FUNCTION delivery_clock() RETURNS timestamptz LANGUAGE sql VOLATILE
      AS 'SELECT current_setting(''simulation.database'')::timestamptz'`)
  return async (limits, beginMs) => {
    const simulated = historyOn(database, limits)
    await simulated.setTime({ database: beginMs, instance: beginMs })
    await pool.query(`
      DELETE FROM delivery_attempt; DELETE FROM outbound_place; DELETE FROM lead_event; DELETE FROM lead;
      DELETE FROM customer_pause; DELETE FROM customer_trouble;
      UPDATE outbound_schedule SET next_at = delivery_clock(), seen_at = delivery_clock(), last_customer = ''`)
    return simulated
  }
}

function historyOn(database: Database, limits: OutboundLimits): SimulatedDatabase {
  const { pool } = database
  const one = async <T>(name: string, text: string, values: unknown[] = []): Promise<T> => {
    const { rows } = await pool.query({ name: `simulated-${name}`, text, values })
    const [row] = rows
    if (row === undefined) throw new Error(`${name} came back empty`)
    return row
  }
  return {
    store: createDeliveryStore(database, limits, sandbox),
    async setTime(times) {
      const [at, instance] = [times.database, times.instance].map((ms) => new Date(ms).toISOString())
      await one('time', timeQuery, [at, instance])
    },
    async addLeads(leads) {
      const values = [leads.map(({ id }) => id), leads.map(({ customer }) => customer)]
      await pool.query({ name: 'simulated-leads', text: leadsQuery, values })
    },
    quietUntil: async () =>
      Number((await one<{ until: string | null }>('quiet', quietQuery, [limits.slotMs])).until ?? Infinity),
    async couldSend() {
      const client = await pool.connect()
      try {
        await client.query('BEGIN')
        const { rows } = await client.query<{ kind: string }>(
          'SELECT kind FROM take_place($1, $2, $3, $4, $5, NULL)',
          [sandbox, limits.atOnce, limits.perSecond, limits.slotMs, limits.magicPrefix],
        )
        return rows[0]?.kind === 'place'
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    },
    writtenWith: ({ leadId, number }) => one('written', writtenQuery, [leadId, number]),
    isUnfinished: async () =>
      (await one<{ isUnfinished: boolean }>('unfinished', unfinishedQuery)).isUnfinished,
    state: async () => (await one<{ state: DeliveryState }>('state', stateQuery)).state,
  }
}

const timeQuery = `SELECT set_config('simulation.database', $1, false), set_config('simulation.instance', $2, false)`

const leadsQuery = `INSERT INTO lead SELECT (jsonb_populate_record(t, jsonb_build_object('id', given.id,
  'vitec_customer_id', given.customer, 'received_at', delivery_clock(), 'next_attempt_at', delivery_clock()))).*
  FROM simulated_lead t, unnest($1::text[], $2::text[]) AS given (id, customer)`

const unfinishedQuery = `SELECT EXISTS (SELECT FROM lead WHERE status = 'pending')
  OR EXISTS (SELECT FROM delivery_attempt WHERE ended_at IS NULL) AS "isUnfinished"`

const quietQuery = `SELECT simulated_ms(least(
  (SELECT min(next_attempt_at) FROM lead WHERE status = 'pending' AND next_attempt_at > delivery_clock()),
  (SELECT min(held_until) FROM customer_trouble WHERE held_until > delivery_clock()),
  (SELECT min(limited_at) + interval '1 minute' FROM customer_trouble
    WHERE limited_at + interval '1 minute' > delivery_clock()),
  (SELECT min(next_probe_at) FROM customer_pause WHERE next_probe_at > delivery_clock()),
  (SELECT min(started_at) + $1 * interval '1 millisecond' FROM delivery_attempt WHERE ended_at IS NULL),
  (SELECT min(at) + interval '100 milliseconds' FROM outbound_place))) AS until`

/** Rows carry the number of the transaction that wrote them. */
const writtenQuery = `SELECT ${[
  'lead',
  'delivery_attempt',
  'lead_event',
  'customer_pause',
  'customer_trouble',
]
  .map((table) => `(SELECT count(*)::int FROM ${table} WHERE xmin = by.xmin) AS ${table}`)
  .join(', ')} FROM delivery_attempt by WHERE by.lead_id = $1 AND by.number = $2`
