import { join } from 'node:path'
import type { z } from 'zod'
import { DatabaseError } from '@/lib/db/database-error'
import { majorOf } from '@/lib/db/embedded/folder-version'
import { type Database, openMigrated } from '@/lib/db/open-database'
import type { Env } from '@/lib/env'
import { askService } from '@/lib/operator/operator-socket'
import { type Order, OrderError } from '@/lib/operator/order'
import { eventStatement, runStatement } from '@/lib/operator/store/run-statement'
import { recoverAdministrator } from '@/lib/people/recover-administrator'
import { createPersonStore } from '@/lib/people/store/create-person-store'
import { ownHost } from '../from-env'

/** Does what an operator asks of a database that is open. @throws {OrderError | AppError | DatabaseError} in words for a terminal */
export async function obey(env: Env, database: Database, order: Order): Promise<unknown> {
  if (order.order === 'sql') return runStatement(database, order)
  if (order.order === 'recover') {
    if (env.access === 'open') throw new OrderError('People do not sign in to an open sandbox')
    const publicUrl = env.PUBLIC_URL ?? `http://${ownHost(env.HOST)}:${env.PORT}`
    return recoverAdministrator(createPersonStore(database.prisma), publicUrl, order)
  }
  if (!database.copyTo) throw new OrderError('Only the embedded database is copied')
  // All of the database leaves it: that is in the audit log, without where to.
  await database.pool.query(eventStatement('database.copy', database.kind))
  await database.copyTo(order.to)
  return {}
}

/**
 * Has an order done: by the service that has the embedded database open, else here.
 * @throws {OrderError | AppError | DatabaseError} in words for a terminal
 */
export async function command<Answer>(env: Env, order: Order, schema: z.ZodType<Answer>): Promise<Answer> {
  const answer = env.DATABASE_URL === undefined ? await askService(env.DATA_DIR, order, schema) : null
  if (answer !== null) return answer
  const folder = join(env.DATA_DIR, 'database')
  if (env.DATABASE_URL === undefined && majorOf(folder) === null)
    throw new DatabaseError(`There is no database in ${folder}`)
  const database = await openMigrated(env)
  try {
    return schema.parse(await obey(env, database, order))
  } finally {
    await database.close()
  }
}
