import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { connectPostgres } from '../connect-postgres'
import { createPrisma } from '../create-prisma'
import { createEmbeddedPool } from '../embedded/embedded-pool'
import { migrate } from '../migrate'
import type { Database } from '../open-database'
import { startFromTemplate } from './embedded-template'

/** A kind of database to run a suite on; `create` makes a fresh one, migrated, that `close` throws away. */
type TestDatabase = { kind: Database['kind']; create: () => Promise<Database> }

const serverUrl = process.env.TEST_DATABASE_URL

/**
 * The databases every store must work on, for `describe.each(testDatabases)('leads on $kind', …)`: the embedded
 * one, and PostgreSQL where TEST_DATABASE_URL names a server on which databases may be made.
 */
export const testDatabases: TestDatabase[] = [
  { kind: 'embedded', create: createEmbedded },
  ...(serverUrl ? [{ kind: 'postgres' as const, create: () => createPostgres(serverUrl) }] : []),
]

async function createEmbedded(): Promise<Database> {
  const pglite = await startFromTemplate()
  const pool = createEmbeddedPool(pglite)
  const close = async () => {
    await pool.end()
    await pglite.close()
  }
  return { kind: 'embedded', place: 'memory', pool, prisma: createPrisma(pool), close }
}

async function createPostgres(server: string): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `CREATE DATABASE ${name}`)
  const pool = await connectPostgres(Object.assign(new URL(server), { pathname: name }).href)
  await migrate(pool)
  const close = async () => {
    await pool.end()
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { kind: 'postgres', place: name, pool, prisma: createPrisma(pool), close }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
