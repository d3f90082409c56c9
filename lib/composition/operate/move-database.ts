import { applicationName, olderName, sessionCalled, shownAddress } from '@/lib/db/connect-postgres'
import { DatabaseError } from '@/lib/db/database-error'
import type { Foot } from '@/lib/db/dump/dump-format'
import { isEmpty, loadDump, type Tell } from '@/lib/db/dump/load-dump'
import { type OpenSession, openOnPostgres, takeSnapshot } from '@/lib/db/dump/open-session'
import { differing, readContents } from '@/lib/db/dump/table-rows'
import { writeDump } from '@/lib/db/dump/write-dump'
import { openStopped } from '@/lib/db/embedded/open-embedded'
import { lockStatement } from '@/lib/db/locks'
import { canBeSealed, endSealStatement, readSeal, sealStatement, unsealStatement } from '@/lib/db/seal'
import type { Env } from '@/lib/env'

/** What was found in the target, table by table. `again`: a move that was cut off had come to its end there. */
export type Moved = { tables: Foot['tables']; again: boolean }

/**
 * Moves the database of the settings to an empty PostgreSQL. The service has to be stopped. The source is sealed before
 * the first row is read, so that never both are started: killed at any step, one of them is whole, and the other is empty or
 * sealed. Called again it goes on.
 * @throws {DatabaseError} in words for a terminal
 */
export async function moveDatabase(env: Env, to: string, tell: Tell = () => undefined): Promise<Moved> {
  const source = await openSource(env)
  try {
    const target = await openOnPostgres(to, 'The target')
    try {
      return await move(source, target, { to, tell })
    } finally {
      await target.close().catch(() => undefined)
    }
  } finally {
    await source.close()
  }
}

/** Lets a database be started that was moved away. Whether it was sealed. */
export async function unsealDatabase(env: Env): Promise<boolean> {
  const { session, close } = await openSource(env)
  try {
    const seal = await readSeal(session.rows)
    if (seal) await session.run(unsealStatement)
    return seal !== null
  } finally {
    await close()
  }
}

async function openSource({ DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR }: Env): Promise<OpenSession> {
  return DATABASE_URL === undefined
    ? openStopped(DATA_DIR).catch((error: unknown) => {
        if (!(error instanceof DatabaseError)) throw error
        throw new DatabaseError(
          `The service has to be stopped, or nothing is there to move: ${error.message}`,
        )
      })
    : openOnPostgres(MIGRATION_DATABASE_URL ?? DATABASE_URL)
}

async function move(
  source: OpenSession,
  target: OpenSession,
  { to, tell }: { to: string; tell: Tell },
): Promise<Moved> {
  const place = shownAddress(to)
  if (!(await canBeSealed(source.session.rows)))
    throw new DatabaseError('The database to move is of another version: start and stop this one on it first')
  const seal = await readSeal(source.session.rows)
  if (seal && seal.to !== place)
    throw new DatabaseError(
      `The move of this database to ${seal.to} comes first: run it again, or npm run db:move -- --unseal`,
    )
  if (!(await isEmpty(target.session))) {
    if (!seal) throw new DatabaseError(`The database at ${place} is not empty: nothing was done`)
    const tables = await sameContents(source, target, place)
    await source.session.run(endSealStatement)
    return { tables, again: true }
  }
  await source.session.run(sealStatement(place))
  tell('sealed')
  try {
    await refuseRunning(source)
    await takeSnapshot(source.session)
    const { tables } = await loadDump(writeDump(source.session), target.session, tell)
    await source.session.run('COMMIT')
    await source.session.run(endSealStatement)
    return { tables, again: false }
  } catch (error) {
    await target.close().catch(() => undefined)
    throw await unsealIfEmpty(error, source, { to, place })
  }
}

/** @throws {DatabaseError} where an instance of the service has the source open: one that starts later sees the seal */
async function refuseRunning({ session }: OpenSession): Promise<void> {
  const running = await session.rows<'name'>(sessionCalled(olderName, applicationName))
  if (running.length > 0)
    throw new DatabaseError(
      'The service still runs on this database: stop all instances first. Nothing was done',
    )
}

async function sameContents(
  source: OpenSession,
  target: OpenSession,
  place: string,
): Promise<Foot['tables']> {
  const [here, there] = [await readContents(source.session), await readContents(target.session)]
  const different = differing(here, there)
  if (different.length === 0) return here
  throw new DatabaseError(
    `The database at ${place} is not empty, and is another in ${different.slice(0, 5).join(', ')}: nothing was done`,
  )
}

/** Where it is certain that nothing came to the target the source is as it was before. */
async function unsealIfEmpty(
  error: unknown,
  source: OpenSession,
  { to, place }: { to: string; place: string },
): Promise<unknown> {
  const isNothingThere = await askAnew(to).catch(() => false)
  await source.session.run('ROLLBACK').catch(() => undefined)
  if (isNothingThere) {
    await source.session.run(unsealStatement)
    return error
  }
  const reason = error instanceof Error ? error.message : 'it failed'
  return new DatabaseError(
    `It is not known whether all of it came to ${place} (${reason}). This database stays sealed: run npm run db:move again`,
  )
}

/** On a connection of its own, once what the other one has begun is over. */
async function askAnew(to: string): Promise<boolean> {
  const { session, close } = await openOnPostgres(to, 'The target')
  try {
    await session.run("BEGIN; SET LOCAL lock_timeout = '60s'")
    await session.run(lockStatement('migrations'))
    return await isEmpty(session)
  } finally {
    await close()
  }
}
