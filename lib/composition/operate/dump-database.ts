import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/database-error'
import { dumpIn, type WriteOptions, writeWhole } from '@/lib/db/dump/dump-files'
import type { Foot } from '@/lib/db/dump/dump-format'
import { checkDump, type Tell } from '@/lib/db/dump/load-dump'
import { type OpenSession, openOnPostgres, openThrowAway, takeSnapshot } from '@/lib/db/dump/open-session'
import { writeDump } from '@/lib/db/dump/write-dump'
import { openStopped } from '@/lib/db/embedded/open-embedded'
import type { Env } from '@/lib/env'
import { askService } from '@/lib/operator/operator-socket'
import { eventStatement } from '@/lib/operator/store/run-statement'

type Settings = Pick<Env, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>

/**
 * Writes a dump of the database to a file, while the service runs or not. Where the embedded one is open it is copied beside
 * the file, and the copy dumped: what the service does waits for none of it.
 * @throws {DatabaseError | OrderError} in words for a terminal
 */
export async function dumpDatabase(
  env: Env,
  file: string,
  tell?: Tell,
): Promise<{ bytes: number; tables: Foot['tables'] }> {
  const copy = `${resolve(file)}.copy`
  rmSync(copy, { recursive: true, force: true })
  try {
    const source = await openSource(env, copy)
    tell?.('opened')
    try {
      const { end, bytes } = await writeWhole(file, writeDump(source.session), { tell })
      return { bytes, tables: end.tables }
    } finally {
      await source.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** That all of the database leaves it is in the audit log. */
async function openSource(env: Env, copy: string): Promise<OpenSession> {
  if (env.DATABASE_URL !== undefined) {
    const { session, close } = await openOnPostgres(env.DATABASE_URL)
    await session.run(eventStatement('database.copy', 'postgres')).finally(close)
    return openSnapshot(env)
  }
  if (await askService(env.DATA_DIR, { order: 'copy', to: copy }, z.object({}))) return openThrowAway(copy)
  const source = await openStopped(env.DATA_DIR)
  await source.session.run(eventStatement('database.copy', 'embedded'))
  return source
}

/** The dump of a backup: of PostgreSQL where the settings name one, else of a copy of the embedded database. */
export async function writeDumpOf(env: Settings, copy: string, file: string, options: WriteOptions) {
  const source = env.DATABASE_URL === undefined ? await openThrowAway(copy) : await openSnapshot(env)
  return writeWhole(file, dumpAndClose(source), options)
}

/** Closed before the file is looked at: two embedded databases take twice the memory. */
async function* dumpAndClose({ session, close }: OpenSession): ReturnType<typeof writeDump> {
  try {
    return yield* writeDump(session)
  } finally {
    await close()
  }
}

async function openSnapshot({ DATABASE_URL = '', MIGRATION_DATABASE_URL }: Settings): Promise<OpenSession> {
  const source = await openOnPostgres(MIGRATION_DATABASE_URL ?? DATABASE_URL)
  await takeSnapshot(source.session).catch(async (error) => {
    await source.close()
    throw error
  })
  return source
}

/** What a dump is of, read to its end. @throws {DatabaseError} where it is not whole, or not of ours */
export async function describeDump(file: string, key: string | undefined) {
  return checkDump(dumpIn(file, key)).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new DatabaseError(`There is no file ${file}`)
    throw error
  })
}
