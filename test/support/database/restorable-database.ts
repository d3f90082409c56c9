import { randomUUID } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { connectPostgres } from '@/lib/db/connect-postgres'
import { createEmbeddedPool } from '@/lib/db/embedded/embedded-client'
import { startPglite } from '@/lib/db/embedded/open-embedded'
import { createPrisma, type Database } from '@/lib/db/open-database'
import { startFromTemplate } from './embedded-template'
import { onServer } from './postgres-template'
import { testDatabases } from './test-database'

/** Makes a database from what was backed up, as often as it is asked. Those are backed up no more. */
export type Backup = () => Promise<Database>

/** A fresh database, migrated, that `close` throws away. It may not be used while it is backed up. */
export type Restorable = { database: Database; backUp(): Promise<Backup> }

/** The databases as {@link testDatabases} has them, which can be backed up and restored besides. */
export const restorableDatabases = testDatabases.map(({ kind, create }) => ({
  kind,
  create: kind === 'embedded' ? restorableEmbedded : async () => restorablePostgres(await create()),
}))

async function restorableEmbedded(): Promise<Restorable> {
  const pglite = await startFromTemplate()
  const database = embedded(pglite)
  return {
    database,
    async backUp() {
      await database.pool.query('CHECKPOINT')
      const dump = await pglite.dumpDataDir('none')
      return async () => embedded(await startPglite({ loadDataDir: dump }))
    },
  }
}

function embedded(pglite: PGlite): Database {
  const pool = createEmbeddedPool(pglite)
  const close = async () => {
    await pool.end()
    await pglite.close()
  }
  return { kind: 'embedded', place: 'memory', pool, prisma: createPrisma(pool), close }
}

function restorablePostgres(database: Database): Restorable {
  const server = process.env.TEST_DATABASE_URL ?? ''
  const drop = (name: string) =>
    onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`))
  const copy = async (template: string) => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    await onServer(server, async (client) => {
      // A database that a client is connected to is not copied.
      const ended = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1'
      await client.query(ended, [template])
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    })
    return name
  }
  const restored = async (backup: string): Promise<Database> => {
    const name = await copy(backup)
    const pool = await connectPostgres(Object.assign(new URL(server), { pathname: name }).href)
    const close = async () => {
      await pool.end()
      await drop(name)
    }
    return { kind: 'postgres', place: name, pool, prisma: createPrisma(pool), close }
  }
  const backups: string[] = []
  const close = async () => {
    await database.close()
    for (const backup of backups) await drop(backup)
  }
  return {
    database: { ...database, close },
    async backUp() {
      const backup = await copy(database.place)
      backups.push(backup)
      return () => restored(backup)
    },
  }
}
