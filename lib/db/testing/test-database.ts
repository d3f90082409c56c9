import type pg from 'pg'
import { createEmbeddedPool } from '../embedded/embedded-client'
import { createPrisma, type Database } from '../open-database'
import { startFromTemplate } from './embedded-template'
import { newPostgresDatabase } from './postgres-template'
import { emptyTables, type OwnRows, ownRows, schemaOf } from './reset-database'

/** A kind of database to run a suite on; `create` gives a fresh one, migrated, that `close` throws away. */
type TestDatabase = { kind: Database['kind']; create: () => Promise<Database> }

const serverUrl = process.env.TEST_DATABASE_URL || undefined

/**
 * The databases every store must work on, for `describe.each(testDatabases)('leads on $kind', …)`: the embedded
 * one, and PostgreSQL where TEST_DATABASE_URL names a server on which databases may be made.
 */
export const testDatabases: TestDatabase[] = [
  { kind: 'embedded', create: () => create('embedded', newEmbedded) },
  ...(serverUrl
    ? [{ kind: 'postgres' as const, create: () => create('postgres', () => newPostgresDatabase(serverUrl)) }]
    : []),
]

/** A database as it was made: how clients get at it, and how it is thrown away. */
type Made = { place: string; openPool: () => Promise<pg.Pool>; remove: () => Promise<unknown> }
type Known = Made & { schema: string; own: OwnRows }

/**
 * Those that a test has left as it found them but for rows. Making one takes a second of the embedded database and a
 * tenth of a server; emptying one a fiftieth.
 */
const spare: Record<Database['kind'], Known[]> = { embedded: [], postgres: [] }

async function create(kind: Database['kind'], make: () => Promise<Made>): Promise<Database> {
  const known = spare[kind].pop() ?? (await know(await make()))
  const pool = await known.openPool()
  const close = async () => {
    await pool.end()
    if (await isAsNew(known)) spare[kind].push(known)
    else await known.remove()
  }
  return { kind, place: known.place, pool, prisma: createPrisma(pool), close }
}

async function know(made: Made): Promise<Known> {
  const pool = await made.openPool()
  const [schema, own] = [await schemaOf(pool), await ownRows(pool)]
  await pool.end()
  return { ...made, schema, own }
}

/** Empties it; false where more than rows is different from before. */
async function isAsNew({ openPool, schema, own }: Known): Promise<boolean> {
  let pool: pg.Pool | undefined
  try {
    pool = await openPool()
    await pool.query('DISCARD ALL')
    if ((await schemaOf(pool)) !== schema) return false
    await emptyTables(pool, own)
    return true
  } catch {
    return false
  } finally {
    await pool?.end()
  }
}

async function newEmbedded(): Promise<Made> {
  const pglite = await startFromTemplate()
  return {
    place: 'memory',
    openPool: async () => createEmbeddedPool(pglite),
    remove: async () => {
      if (!pglite.closed) await pglite.close()
    },
  }
}
