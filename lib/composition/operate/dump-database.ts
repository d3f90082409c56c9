import { resolve } from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '@/lib/db/database-error'
import {
  besideDump,
  dumpIn,
  newMark,
  refuseExisting,
  removeRemains,
  removeWhole,
  type WriteOptions,
  writeWhole,
} from '@/lib/db/dump/dump-files'
import type { Foot } from '@/lib/db/dump/dump-format'
import { checkDump, type Tell } from '@/lib/db/dump/load-dump'
import { type OpenSession, openOnPostgres, openThrowAway, takeSnapshot } from '@/lib/db/dump/open-session'
import { writeDump } from '@/lib/db/dump/write-dump'
import { openStopped } from '@/lib/db/embedded/open-embedded'
import type { Env } from '@/lib/env'
import { askService } from '@/lib/operator/operator-socket'
import { eventStatement } from '@/lib/operator/store/run-statement'

type Settings = Pick<Env, 'DATABASE_URL' | 'MIGRATION_DATABASE_URL'>

/** `tell` is told of each step; `atEnd` has something done before a process ends that is asked to, and answers how to take it back. */
type DumpOptions = { tell?: Tell; atEnd?: (stop: () => Promise<unknown>) => () => void }

/**
 * Writes a dump of the database to a file, while the service runs or not. Where the embedded one is open it is copied beside
 * the file, and the copy dumped: what the service does waits for none of it. What was begun is gone again where it fails or
 * is ended; what a killed one has left to the same file is removed by the next.
 * @throws {DatabaseError | OrderError} in words for a terminal
 */
export async function dumpDatabase(
  env: Env,
  name: string,
  { tell, atEnd }: DumpOptions = {},
): Promise<{ bytes: number; tables: Foot['tables'] }> {
  const file = resolve(name)
  refuseExisting(file)
  removeRemains(file)
  const mark = newMark()
  const { copy, unfinished } = besideDump(file, mark)
  let opening: Promise<OpenSession> | undefined
  const remove = () => [copy, unfinished].forEach(removeWhole)
  const takeBack = atEnd?.(async () => {
    remove()
    // A service that was copying finds the folder gone, and answers.
    await opening?.catch(() => undefined)
    remove()
  })
  try {
    opening = openSource(env, copy)
    const source = await opening
    tell?.('opened')
    try {
      const { end, bytes } = await writeWhole(file, writeDump(source.session), { tell, mark })
      return { bytes, tables: end.tables }
    } finally {
      await source.close()
    }
  } finally {
    takeBack?.()
    remove()
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
