import type { Pool } from 'pg'

/** What a migrated database consists of, as one word: it changes with every table, column, function, trigger, migration. */
export async function schemaOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ schema: string }>(`
    SELECT md5(string_agg(thing, ',' ORDER BY thing)) AS schema FROM (
      SELECT format('%s %s %s', c.oid, a.attname, a.atttypid) AS thing
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace NOT IN (${ownNamespaces}) AND c.relkind <> 'i'
      UNION ALL SELECT format('function %s', oid) FROM pg_proc WHERE pronamespace NOT IN (${ownNamespaces})
      UNION ALL SELECT format('trigger %s %s', oid, tgenabled) FROM pg_trigger
      UNION ALL SELECT format('migration %s', m) FROM _prisma_migrations m
      UNION ALL SELECT format('schema %s', oid) FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'
    ) things`)
  return rows[0]?.schema ?? ''
}

const ownNamespaces = `SELECT oid FROM pg_namespace WHERE nspname = 'information_schema' OR nspname LIKE 'pg\\_%'`

/** The rows that migrations have put into a table, as JSON. */
export type OwnRows = { table: string; rows: string }[]

/** What a database that was just migrated holds. */
export async function ownRows(pool: Pool): Promise<OwnRows> {
  const tables = await pool.query<{ table: string }>(`SELECT oid::regclass::text AS table ${tablesOfOurs}`)
  const found: OwnRows = []
  for (const { table } of tables.rows) {
    const { rows } = await pool.query<{ rows: string | null }>(
      `SELECT json_agg(r)::text AS rows FROM ${table} r`,
    )
    if (rows[0]?.rows) found.push({ table, rows: rows[0].rows })
  }
  return found
}

const tablesOfOurs = `FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`

/** Takes every row out of every table, those that otherwise refuse it too, but for those of the migrations. */
export async function emptyTables(pool: Pool, own: OwnRows): Promise<void> {
  await pool.query(truncation)
  for (const { table, rows } of own)
    await pool.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [rows])
}

const truncation = `DO $$
    DECLARE
      guarded record;
      tables text;
    BEGIN
      SELECT string_agg(oid::regclass::text, ', ') INTO tables ${tablesOfOurs};
      CREATE TEMP TABLE guards ON COMMIT DROP AS
        SELECT tgrelid::regclass::text AS of_table, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal;
      FOR guarded IN SELECT * FROM guards LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', guarded.of_table, guarded.tgname);
      END LOOP;
      EXECUTE format('TRUNCATE %s RESTART IDENTITY CASCADE', tables);
      FOR guarded IN SELECT * FROM guards LOOP
        EXECUTE format('ALTER TABLE %s ENABLE %s TRIGGER %I', guarded.of_table,
          CASE guarded.tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, guarded.tgname);
      END LOOP;
    END $$`
