import type { PGlite } from '@electric-sql/pglite'
import { DatabaseError } from '@/lib/db/database-error'
import { embeddedSession } from '@/lib/db/dump/copy-session'
import { loadDump, type Tell } from '@/lib/db/dump/load-dump'
import type { OpenSession } from '@/lib/db/dump/open-session'
import { writeDump } from '@/lib/db/dump/write-dump'
import { type Upgrade, upgradeDatabase } from '@/lib/db/embedded/replace-folder'
import type { Env } from '@/lib/env'

/** The last PGlite that read the folders of a major version of PostgreSQL. */
const lastOf: Record<string, string> = { '16': '0.2.17', '17': '0.3.14' }

/**
 * Makes a folder of this version's PostgreSQL of one of another, whose own PGlite is loaded to read it.
 * @param packageName under which that PGlite is installed; else `pglite-` and the version's number
 * @throws {DatabaseError} in words for a terminal
 */
export function upgradeEmbedded(
  { DATA_DIR }: Pick<Env, 'DATA_DIR'>,
  packageName: string | undefined,
  tell?: Tell,
): Promise<Upgrade> {
  const openOther = (major: string, folder: string) =>
    openWith(packageName ?? `pglite-${major}`, major, folder)
  return upgradeDatabase(
    DATA_DIR,
    openOther,
    async (other, session) => {
      await loadDump(writeDump(other), session, tell)
    },
    tell,
  )
}

/** As much of another version's package as is used of it. */
type OtherPglite = { PGlite: { create(options: object): Promise<PGlite> } }

async function openWith(name: string, major: string, folder: string): Promise<OpenSession> {
  const [{ PGlite }, { pg_trgm }] = await load(name, major)
  const pglite = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } })
  return { session: await embeddedSession(pglite), close: () => pglite.close() }
}

async function load(name: string, major: string): Promise<[OtherPglite, { pg_trgm: unknown }]> {
  try {
    return await Promise.all([import(name), import(`${name}/contrib/pg_trgm`)])
  } catch {
    const version = lastOf[major] ?? 'VERSION'
    throw new DatabaseError(
      `The PGlite that reads PostgreSQL ${major} is not installed as ${name}: npm install --no-save pglite-${major}@npm:@electric-sql/pglite@${version}, then npm run db:upgrade again`,
    )
  }
}
