import { createHash } from 'node:crypto'
import { version as product } from '@/lib/version'
import type { CopySession } from './copy-session'
import { type Foot, footOf, writeHead } from './dump-format'
import { readVersion, schemaScript } from './schema-script'
import { createSum, listTables, readTable } from './table-rows'

const settings = `SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET datestyle = 'ISO, MDY';
SET intervalstyle = 'postgres';
`

/**
 * A dump of all that a session sees, piece by piece: plain SQL, which psql takes too. No piece is much larger than what is
 * read of a table at once, so memory does not grow with the database. Ends with what was written.
 * @throws {DatabaseError} where there is no database of ours, or one that is not as its migrations made it
 */
export async function* writeDump(session: CopySession): AsyncGenerator<Buffer, Foot> {
  const version = await readVersion(session)
  const script = await schemaScript(session, version)
  const hash = createHash('sha256')
  const hashed = (piece: string | Buffer): Buffer => {
    const bytes = Buffer.from(piece)
    hash.update(bytes)
    return bytes
  }
  yield hashed(writeHead({ format: 1, product, ...version }))
  yield hashed(settings + script.before)
  const tables: Foot['tables'] = {}
  for (const table of await listTables(session)) {
    const sum = createSum()
    yield hashed(`\nCOPY ${table.name} (${table.columns}) FROM stdin;\n`)
    for await (const lines of readTable(session, table)) {
      sum.add(lines)
      yield hashed(lines)
    }
    yield hashed('\\.\n')
    tables[table.name] = sum.content()
  }
  yield hashed(`\n${await sequencesScript(session)}\n${script.after}`)
  const { foot, line } = footOf(tables, hash)
  yield Buffer.from(line)
  return foot
}

/** Sets every sequence to where it stands. */
async function sequencesScript(session: CopySession): Promise<string> {
  const sequences = await session.rows<'name'>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'S' AND n.nspname IN ('public', 'pgboss') ORDER BY 1`)
  let script = ''
  for (const { name } of sequences) {
    const [at] = await session.rows<'line'>(
      `SELECT format('SELECT pg_catalog.setval(%L, %s, %L);', '${name}', last_value, is_called) AS line FROM ${name}`,
    )
    script += `${at?.line}\n`
  }
  return script
}
