import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import pg from 'pg'
import { cannotUse } from '../connect-postgres'
import { syncAll } from '../embedded/durable-fs'
import { type CopySession, embeddedSession, postgresSession } from './copy-session'
import { listTables } from './table-rows'

/** A database that is open for one command. */
export type OpenSession = { session: CopySession; close(): Promise<void> }

/** How a command's sessions are called: they are no instance of the service. */
export const operatorName = 'lead-api-operator'

/**
 * A connection to PostgreSQL without the limits that requests have.
 * @throws {DatabaseError} when it cannot be reached or refuses us
 */
export async function openOnPostgres(url: string, setting = 'DATABASE_URL'): Promise<OpenSession> {
  const client = new pg.Client({
    connectionString: url,
    application_name: operatorName,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  // A connection that is lost fails the statement under way; without a listener it would end the process besides.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return { session: await postgresSession(client), close: () => client.end() }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw cannotUse(url, setting, error)
  }
}

/** Shows the session one moment of the database from now on, and keeps tables from being made anew meanwhile. */
export async function takeSnapshot(session: CopySession): Promise<void> {
  await session.run('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const names = (await listTables(session)).map(({ name }) => name)
  if (names.length > 0) await session.run(`LOCK TABLE ${names.join(', ')} IN ACCESS SHARE MODE`)
}

/** As little memory as the service's own. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'max_wal_size=128MB']

/** In bytes of rows, between two times that what was written is waited for. */
const portion = 32 * 1024 * 1024

/**
 * Makes a database that is thrown away in a folder that is not there yet, for no other user to look into.
 * @throws {Error} EEXIST, also where a link leads elsewhere
 */
export async function makeThrowAway(folder: string): Promise<OpenSession> {
  mkdirSync(folder, { mode: 0o700 })
  return openThrowAway(folder)
}

/**
 * Opens a copy of the database that nobody else has, and that is thrown away. It need not be on disk,
 * but what piles up unwritten is waited for by others who want something on the same disk.
 */
export async function openThrowAway(folder: string): Promise<OpenSession> {
  const pglite = await PGlite.create({ fs: new NodeFS(folder), extensions: { pg_trgm }, startParams })
  const session = await embeddedSession(pglite)
  let waiting = 0
  const copyIn: CopySession['copyIn'] = async (target, lines) => {
    await session.copyIn(target, lines)
    waiting += lines.length
    if (waiting < portion) return
    syncAll(folder)
    waiting = 0
  }
  return { session: { ...session, copyIn }, close: () => pglite.close() }
}
