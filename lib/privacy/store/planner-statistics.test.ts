import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readMigrations } from '@/lib/db/migration-history'
import type { Database } from '@/lib/db/open-database'
import { testDatabases } from '@/test/support/database/test-database'
import { findServerTraces } from '@/test/support/privacy/traces'

/**
 * Columns that hold words, numbers, days or bytes, and of which the planner may keep some: they say nothing of a person,
 * and nothing secret, or are never erased. Every other one is kept no statistics of, a new one too: it has to be named
 * here, or told in its migration (`ALTER COLUMN … SET STATISTICS 0`).
 */
const saysNothing = {
  // Counts, versions and our own ids.
  lead: ['actor', 'environment', 'attempt_count', 'schedule_step', 'lane', 'search_version'],
  lead_event: ['id', 'attempt'],
  lead_note: ['actor'],
  outbound_schedule: ['number'],
  outbound_place: ['environment'],
  customer_trouble: ['environment', 'lead_ids'],
  delivery_attempt: ['number', 'environment', 'http_status', 'error_kind'],
  bulk_send: ['actor', 'total'],
  bulk_send_item: ['attempt_count'],
  idempotency_record: ['caller', 'http_status'],
  search_word: ['leads'],
  environment: ['id'],
  customer_pause: ['environment', 'reason'],
  sandbox_lead: ['environment'],
  delivery_pause: ['reason'],
  sending_hold: ['number', 'actor'],
  clock_watch: ['id'],
  retention_run: ['id', 'months', 'leads', 'due', 'bound', 'done', 'confirmed_by'],
  database_identity: ['number', 'marks'],
  database_seal: ['number'],
  scheduled_run: ['name', 'took_ms', 'failure'],
  backup: ['file', 'bytes', 'leads', 'failure'],
  alert: ['figures'],
  lead_tally: ['backend', 'leads'],
  attempt_tally: ['backend', 'attempts'],
  alert_notice: ['tries'],
  device_notice: ['tries'],
  second_factor: ['failed_verification_count', 'last_step'],
  person_credential: ['provider_id', 'scope'],
  // Kept for ever, and so nothing that statistics could outlive.
  audit_event: ['actor', 'verb', 'subject', 'address', 'leads'],
  erasure: ['actor', 'leads', 'cancelled', 'attempts', 'kept_answers', 'sandbox_entries'],
  api_key: ['name', 'customers', 'per_minute'],
  api_key_secret: ['hash', 'hint'],
  // An administrator's own list of what Vitec calls its sources.
  lead_source: ['vitec_id', 'name'],
  // Hashes that forget.
  person_setting: ['actor'],
  lead_draft: ['actor', 'revision'],
  saved_view: ['actor'],
  view_link: ['actor'],
  webhook: ['actor', 'events', 'off_reason'],
  webhook_event: ['number', 'type', 'attempt_count', 'schedule_step'],
  webhook_attempt: ['event_number', 'number', 'http_status', 'code'],
  export_rule: ['number'],
  test_answer: ['id', 'http_status', 'code', 'fields'],
  rate_limit: ['subject'],
}

describe.each(testDatabases)('what the planner keeps of columns, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('is nothing of one that can hold something of a person or a secret: values would outlive their rows', async () => {
    const { rows } = await database.pool.query<{ table: string; columns: string[] }>(`
      SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_type t ON t.oid = a.atttypid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'm')
        AND c.relname <> '_prisma_migrations' AND a.attnum > 0 AND NOT a.attisdropped
        AND t.typtype <> 'e' AND t.typname NOT IN ('uuid', 'timestamptz', 'bool')
        AND a.attstattarget IS DISTINCT FROM 0
      GROUP BY c.relname`)
    const kept = Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))
    expect(kept).toEqual(
      Object.fromEntries(Object.entries(saysNothing).map(([table, columns]) => [table, columns.toSorted()])),
    )
  })

  it('is nothing of an expression or of several columns at once either, which have statistics of their own', async () => {
    const { rows } = await database.pool.query(`
      SELECT indexrelid::regclass::text AS name FROM pg_index
      WHERE indexprs IS NOT NULL AND indrelid::regclass::text NOT LIKE 'pg\\_%'
      UNION ALL SELECT stxname FROM pg_statistic_ext`)
    expect(rows).toEqual([])
  })

  it('is forgotten when a database is upgraded that kept it, and so is what Vitec said of a paused customer', async () => {
    const { pool } = database
    await pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP EXTENSION IF EXISTS pg_trgm')
    const files = await readMigrations()
    const upgrade = files.findIndex(({ name }) => name.endsWith('_no_statistics_of_persons'))
    for (const { sql } of files.slice(0, upgrade)) await pool.query(sql)
    await pool.query(`
      INSERT INTO lead (received_at, channel, vitec_customer_id, vitec_source_id, first_name, last_name, email, phone,
        address, valuation, property_sub_type, valuation_date, message, body, search_text, id)
      SELECT now(), 'api', 'M1', 'L1', 'Sixten', 'Wrangelbock', 's@example.com', '+4670', 'Storgatan 1', 1, 'Apartment',
        now(), 'Sixten', 'Sixten', 'sixten wrangelbock', gen_random_uuid() FROM generate_series(1, 30);
      INSERT INTO customer_pause (environment, vitec_customer_id, reason) VALUES ('sandbox', 'M1', 'Sixten Wrangelbock?');
      INSERT INTO delivery_attempt (id, lead_id, number, environment, started_at, ended_at, request_url, request_body,
        outcome, error_kind)
      SELECT gen_random_uuid(), id, 1, 'sandbox', now(), now(), 'Sixten', 'Sixten', 'misconfigured', 'rights'
      FROM lead LIMIT 1`)
    await pool.query('ANALYZE')
    expect(await findServerTraces(database, ['Wrangelbock'])).not.toEqual([])
    for (const { sql } of files.slice(upgrade)) await pool.query(sql)
    expect(await findServerTraces(database, ['Sixten', 'Wrangelbock'])).toEqual([])
    const { rows } = await pool.query('SELECT reason FROM customer_pause')
    expect(rows).toEqual([{ reason: 'rights' }])
  })
})
