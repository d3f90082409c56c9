import { z } from 'zod'
import type { Database } from '@/lib/db/open-database'

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

/** What the server itself keeps or shows: statistics, sessions, statements … Memory by NUMA node it has on some machines. */
const serverRelations = `
  SELECT c.oid::regclass::text AS relation FROM pg_class c
  WHERE c.relname NOT LIKE '%\\_numa' AND c.relkind IN ('r', 'v', 'm', 'f') AND c.relnamespace IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  UNION SELECT c.oid::regclass::text FROM pg_class c JOIN pg_depend d ON d.objid = c.oid AND d.deptype = 'e'
  WHERE c.relkind IN ('r', 'v', 'm', 'f')`

/**
 * Where in what PostgreSQL keeps besides our tables words stand: every table and view of its own and of extensions, each
 * row as text, with the words as bytes too. What the role may not read is not looked at. Words without a letter are looked
 * for in the statistics of our tables alone: elsewhere there are counters, which come to any number.
 */
export async function findServerTraces({ pool }: Database, words: string[]): Promise<string[]> {
  const { rows: relations } = await pool.query<{ relation: string }>(serverRelations)
  const places = [
    ...relations.map(({ relation }) => ({
      from: relation,
      sought: words.filter((word) => /\p{L}/u.test(word)),
    })),
    { from: `(SELECT * FROM pg_stats WHERE schemaname = 'public')`, sought: words },
  ]
  const traces: string[] = []
  for (const { from, sought } of places) {
    const written = sought.flatMap((word) => [word, Buffer.from(word).toString('hex')])
    const rows = await pool
      .query<{ text: string }>(`SELECT r::text AS text FROM ${from} r WHERE lower(r::text) LIKE ANY ($1)`, [
        written.map((word) => `%${word.toLowerCase()}%`),
      ])
      .then((found) => found.rows, refusedOnly)
    const texts = rows.map(({ text }) => text.toLowerCase().replace(uuid, ''))
    const found = written.filter((word) => texts.some((text) => text.includes(word.toLowerCase())))
    traces.push(...found.map((word) => `${from}: ${word}`))
  }
  return traces
}

const refused = z.object({ code: z.enum(['42501', '55000', '0A000']) })

/** A view that this role or this server has no rows for: no rights, not loaded, not supported. */
function refusedOnly(error: unknown): never[] {
  if (refused.safeParse(error).success) return []
  throw error
}

function written(value: unknown): string {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value)
    return `${bytes.toString('utf8')} ${bytes.toString('hex')}`
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
