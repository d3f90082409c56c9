import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgDump } from '@electric-sql/pglite-tools/pg_dump'
import { createJobEngine } from '@/lib/jobs/job-engine'
import { DatabaseError } from '../database-error'
import { createEmbeddedPool } from '../embedded/embedded-client'
import { readHistory, readMigrations } from '../migration-history'
import { type CopySession, embeddedSession } from './copy-session'

/** What makes a database's tables, before their rows and after: indexes, keys and triggers come last. */
export type SchemaScript = { before: string; after: string }

/** What a database is: its server's version, its last migration, and the job engine's tables where it has them. */
export type Version = { database: string; migration: string; jobs: string | null }

/** @throws {DatabaseError} where it has none of our migrations, or one that this version does not know */
export async function readVersion(session: CopySession): Promise<Version> {
  const [found] = await session.rows<'database' | 'history' | 'jobs'>(`
    SELECT current_setting('server_version') AS database,
      (to_regclass('public._prisma_migrations') IS NOT NULL)::text AS history,
      (to_regclass('pgboss.version') IS NOT NULL)::text AS jobs`)
  const names =
    found?.history === 'true'
      ? await session.rows<'name'>(
          `SELECT migration_name AS name FROM public._prisma_migrations
           WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
        )
      : []
  const last = names.at(-1)
  if (!found || !last) throw new DatabaseError('There is no database of Lead API there')
  const [jobs] =
    found.jobs === 'true' ? await session.rows<'version'>('SELECT version::text FROM pgboss.version') : []
  return { database: `PostgreSQL ${found.database}`, migration: last.name, jobs: jobs?.version ?? null }
}

/**
 * The script of a database's schema: what its migrations make, made anew in memory. So it needs no program of the machine,
 * and is the same whichever database it is read from.
 * @throws {DatabaseError} where the database is not as its migrations made it: its rows would not fit
 */
export async function schemaScript(session: CopySession, version: Version): Promise<SchemaScript> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  try {
    const made = await makeSchema(pglite, version)
    const [here, there] = [await readShape(session), await readShape(made)]
    const strange = [
      ...here.filter((line) => !there.includes(line)),
      ...there.filter((line) => !here.includes(line)),
    ]
    if (strange.length > 0)
      throw new DatabaseError(
        `The database is not as its migrations made it: ${strange.slice(0, 3).join('; ')}. Start this version on it once; what is not ours, move to another schema`,
      )
    return { before: await section(pglite, 'pre-data'), after: await section(pglite, 'post-data') }
  } finally {
    await pglite.close()
  }
}

async function makeSchema(pglite: PGlite, { migration, jobs }: Version): Promise<CopySession> {
  const files = await readMigrations()
  if (!files.some(({ name }) => name === migration))
    throw new DatabaseError(`The database has migration ${migration}, which this version does not know`)
  for (const { name, sql } of files) if (name <= migration) await pglite.exec(sql)
  const pool = createEmbeddedPool(pglite)
  const client = await pool.connect()
  // Makes Prisma's own table where there is none.
  await readHistory(client)
  client.release()
  if (jobs !== null) {
    const failed: Error[] = []
    await createJobEngine(
      (text, values) => pool.query(text, values),
      (error) => failed.push(error),
    ).prepare()
    if (failed[0]) throw failed[0]
  }
  await pool.end()
  return embeddedSession(pglite)
}

/** Every column, in its order, and what else rows have to fit: a line each. */
async function readShape(session: CopySession): Promise<string[]> {
  const rows = await session.rows<'line'>(`
    SELECT format('%s.%s has %s %s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)) AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('public', 'pgboss') AND a.attnum > 0 AND NOT a.attisdropped
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY n.nspname, c.relname, a.attnum`)
  return rows.map(({ line }) => line)
}

const options = ['--schema-only', '--no-owner', '--no-privileges', '--no-comments']

/** A part of the schema without what servers before PostgreSQL 17 do not know. */
async function section(pg: PGlite, name: 'pre-data' | 'post-data'): Promise<string> {
  const file = await pgDump({ pg, args: [...options, `--section=${name}`] })
  const text = await file.text()
  return text.replaceAll(/^(-- Dumped .*|SET transaction_timeout = .*;)\n/gm, '')
}
