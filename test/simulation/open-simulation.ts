import { testDatabases } from '@/lib/db/testing/test-database'
import type { CreateDatabase } from './simulated-database'
import { createSqlDatabase } from './sql-database'

/** What histories are played on. */
export type Simulation = Awaited<ReturnType<typeof openSimulation>>

/** The embedded database, which the test has to itself. */
export async function openSimulation() {
  const embedded = testDatabases.find(({ kind }) => kind === 'embedded')
  if (!embedded) throw new Error('there is no embedded database')
  const database = await embedded.create()
  const createSql: CreateDatabase = await createSqlDatabase(database)
  return { pool: database.pool, createSql, close: () => database.close() }
}
