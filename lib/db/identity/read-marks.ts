import type { Database } from '../open-database'
import { folderMarks } from './folder-marks'
import type { Marks } from './marks'

/** A database's marks. On PostgreSQL `system` is absent where the role may not read it. */
export async function readMarks({
  kind,
  place,
  pool,
}: Pick<Database, 'kind' | 'place' | 'pool'>): Promise<Marks> {
  const { rows } = await pool.query<{ database: string; table: string }>(`
    SELECT oid::text AS database, 'database_identity'::regclass::oid::text AS table
    FROM pg_database WHERE datname = current_database()`)
  const [oids] = rows
  if (!oids) throw new Error('a database is not in its own list')
  if (kind === 'embedded') return { kind, table: oids.table, ...folderMarks(place) }
  return { kind, ...oids, ...(await systemMark(pool)) }
}

async function systemMark(pool: Database['pool']): Promise<Marks> {
  const asked = pool.query<{ system: string }>(
    'SELECT system_identifier::text AS system FROM pg_control_system()',
  )
  const found = await asked.catch((error: unknown) => {
    if (isDenied(error)) return null
    throw error
  })
  const system = found?.rows[0]?.system
  return system === undefined ? {} : { system }
}

const isDenied = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501'
