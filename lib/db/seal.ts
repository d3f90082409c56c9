import type { Pool } from 'pg'
import { DatabaseError } from './database-error'

/** Where a database was moved to, or began to be; `isDone` once all of it was found there. */
export type Seal = { to: string; since: string; isDone: boolean }

/** Runs one statement, and resolves to its rows of text. */
export type Rows = <Name extends string>(sql: string) => Promise<Record<Name, string>[]>

/** Whether a database can be sealed: one of a version before there were seals cannot. */
export async function canBeSealed(rows: Rows): Promise<boolean> {
  const [table] = await rows<'is'>("SELECT (to_regclass('public.database_seal') IS NOT NULL)::text AS is")
  return table?.is === 'true'
}

/** The seal of a database, if it has one. */
export async function readSeal(rows: Rows): Promise<Seal | null> {
  if (!(await canBeSealed(rows))) return null
  const [seal] = await rows<'to' | 'since' | 'done'>(
    `SELECT moved_to AS to, began_at::text AS since, (ended_at IS NOT NULL)::text AS done FROM public.database_seal`,
  )
  return seal ? { to: seal.to, since: seal.since, isDone: seal.done === 'true' } : null
}

/** The statement that seals a database. @param to host, port and name; a quote cannot be in it */
export const sealStatement = (to: string): string =>
  `INSERT INTO public.database_seal (number, moved_to, began_at)
   VALUES (1, '${to.replaceAll("'", "''")}', clock_timestamp())
   ON CONFLICT (number) DO UPDATE SET moved_to = excluded.moved_to, began_at = excluded.began_at, ended_at = NULL`

export const endSealStatement = 'UPDATE public.database_seal SET ended_at = clock_timestamp()'
export const unsealStatement = 'DELETE FROM public.database_seal'

/**
 * Refuses a database that was moved: the same leads would be sent from two places.
 * @throws {DatabaseError} which says where it went, and what to do
 */
export async function refuseSealed(pool: Pool): Promise<void> {
  const seal = await readSeal(async <Name extends string>(sql: string) => {
    const { rows } = await pool.query<Record<Name, string>>(sql)
    return rows
  })
  if (!seal) return
  const unseal = 'To use this one all the same, make sure that the other is not: npm run db:move -- --unseal'
  throw new DatabaseError(
    seal.isDone
      ? `This database was moved to ${seal.to} on ${seal.since}: set DATABASE_URL. ${unseal}`
      : `A move of this database to ${seal.to} began on ${seal.since} and did not come to its end: run npm run db:move again. ${unseal}`,
  )
}
