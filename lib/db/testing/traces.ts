import type { Database } from '../open-database'

type Table = { schema: string; table: string }
type Trace = { table: string; column: string; word: string }

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Where in the database words stand, in whatever case: every column of every table of every schema, the job engine's
 * and the migrations' too. Bytes are read as text and as hexadecimal digits, everything else as it is written, but for
 * UUIDs: their digits are random, and may be anybody's year by chance.
 */
export async function findTraces({ pool }: Database, words: string[]): Promise<Trace[]> {
  const { rows: tables } = await pool.query<Table>(`
    SELECT table_schema AS "schema", table_name AS "table" FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`)
  const traces: Trace[] = []
  for (const { schema, table } of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT * FROM "${schema}"."${table}"`)
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const text = written(value).toLowerCase().replace(uuid, '')
      const found = words.filter((word) => text.includes(word.toLowerCase()))
      traces.push(...found.map((word) => ({ table: `${schema}.${table}`, column, word })))
    }
  }
  return traces
}

function written(value: unknown): string {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value)
    return `${bytes.toString('utf8')} ${bytes.toString('hex')}`
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
