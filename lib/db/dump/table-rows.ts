import { createHash } from 'node:crypto'
import type { CopySession } from './copy-session'

/** A table that holds rows, its columns as they are written in SQL, and its size on disk in pages of 8 KiB. */
export type DumpedTable = { name: string; columns: string; pages: number }

/** What is in a table, whatever the order of its rows: how many, and the sum of their hashes in hex. */
export type Content = { rows: number; hash: string }

/** Where a move has sealed the database that it came from: a copy is not sealed. */
const notContent = ['public.database_seal']

/**
 * Tables of ours and of the job engine, by name. Parts of a divided table count as tables of their own. Unlogged ones are
 * left out: a crash, and a copy, empties them.
 */
export async function listTables(session: CopySession): Promise<DumpedTable[]> {
  const rows = await session.rows<keyof DumpedTable>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name, (pg_relation_size(c.oid) / 8192)::text AS pages,
      (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
        WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname IN ('public', 'pgboss')
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY n.nspname, c.relname`)
  return rows
    .filter(({ name }) => !notContent.includes(name))
    .map(({ name, columns, pages }) => ({ name, columns, pages: Number(pages) }))
}

/** In bytes: how large a part of a table is read, or loaded, at once. One row is never divided. */
export const partBytes = 1_000_000

const fewestPages = 8
const mostPages = 1024

/**
 * A table's rows, in parts of lines. How many pages a part has follows how much was in those before: long values are
 * stored apart from their rows, and compressed.
 */
export async function* readTable(
  session: CopySession,
  { name, columns, pages }: DumpedTable,
): AsyncGenerator<Buffer> {
  let step = fewestPages
  for (let from = 0; from <= pages; ) {
    const to = from + step
    // No upper end for the last one: the server says how long a table is a moment before it is read.
    const end = to > pages ? '' : ` AND ctid < '(${to},0)'`
    const lines = await session.copyOut(
      `SELECT ${columns} FROM ONLY ${name} WHERE ctid >= '(${from},0)'${end}`,
    )
    if (lines.length > 0) yield lines
    from = to
    if (lines.length < partBytes / 2) step = Math.min(mostPages, step * 2)
    else if (lines.length > partBytes * 2) step = Math.max(fewestPages, step / 2)
  }
}

/** Adds up what is in a table, as its lines go by. */
export function createSum() {
  let rows = 0
  let sum = 0n
  return {
    add(lines: Buffer): void {
      for (let from = 0; from < lines.length; ) {
        const end = lines.indexOf(10, from) + 1
        const line = createHash('sha256').update(lines.subarray(from, end)).digest()
        sum = BigInt.asUintN(64, sum + line.readBigUInt64BE())
        rows += 1
        from = end
      }
    },
    content: (): Content => ({ rows, hash: sum.toString(16).padStart(16, '0') }),
  }
}

/** What is in each table, by its name. */
export async function readContents(session: CopySession): Promise<Record<string, Content>> {
  const contents: Record<string, Content> = {}
  for (const table of await listTables(session)) {
    const sum = createSum()
    for await (const lines of readTable(session, table)) sum.add(lines)
    contents[table.name] = sum.content()
  }
  return contents
}

/** The tables whose contents are not the same on both sides. */
export function differing(one: Record<string, Content>, other: Record<string, Content>): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].filter(
    (name) => one[name]?.rows !== other[name]?.rows || one[name]?.hash !== other[name]?.hash,
  )
}
