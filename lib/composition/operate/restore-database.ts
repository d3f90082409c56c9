import { DatabaseError } from '@/lib/db/database-error'
import { dumpIn } from '@/lib/db/dump/dump-files'
import { type DumpSource, isEmpty, loadDump, type Tell } from '@/lib/db/dump/load-dump'
import { openOnPostgres } from '@/lib/db/dump/open-session'
import { makeDatabase } from '@/lib/db/embedded/replace-folder'
import type { Env } from '@/lib/env'
import { describeDump } from './dump-database'

/**
 * Restores a dump where there is no database: all of it or nothing, whenever it is killed. The whole dump is read before
 * anything is begun.
 * @throws {DatabaseError} in words for a terminal
 */
export async function restoreDatabase(env: Env, file: string, tell?: Tell) {
  const { head, foot } = await describeDump(file, env.BACKUP_KEY)
  tell?.('checked')
  await restoreFrom(env, dumpIn(file, env.BACKUP_KEY), tell)
  return { head, tables: foot.tables }
}

async function restoreFrom(
  { DATABASE_URL, MIGRATION_DATABASE_URL, DATA_DIR }: Env,
  source: DumpSource,
  tell?: Tell,
): Promise<void> {
  if (DATABASE_URL === undefined)
    return makeDatabase(DATA_DIR, async (session) => void (await loadDump(source(), session, tell)), tell)
  const target = await openOnPostgres(MIGRATION_DATABASE_URL ?? DATABASE_URL)
  try {
    if (!(await isEmpty(target.session)))
      throw new DatabaseError('DATABASE_URL: the database is not empty: nothing was done')
    await loadDump(source(), target.session, tell)
  } finally {
    await target.close()
  }
}
