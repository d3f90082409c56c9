import { type BigIntStats, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '@/lib/db/open-database'

/**
 * What tells a database from every copy of it, by name. `system` and `database`: PostgreSQL's system identifier and the
 * database's OID. `folder` and `control`: the inodes of the embedded database's folder and of a file in it that is written
 * once and then in place; `folderBirth` and `controlBirth`: when they were made; `device`: where. `table`: the OID of a
 * table of ours, which a restore into the same database makes anew.
 */
const names = [
  'kind',
  'system',
  'database',
  'table',
  'folder',
  'folderBirth',
  'control',
  'controlBirth',
  'device',
] as const
export const marksSchema = z.partialRecord(z.enum(names), z.string())
export type Marks = z.infer<typeof marksSchema>

/**
 * Whether both are marks of the same database, by all that is known on both sides. A device's number is another after a
 * restart of the machine, or where a volume is attached anew: it counts only where files have no time of birth, and their
 * inodes alone could be those of others.
 */
export function isSameDatabase(recorded: Marks, found: Marks): boolean {
  const hasBirth = recorded.folderBirth !== undefined && found.folderBirth !== undefined
  return names
    .filter((name) => name !== 'device' || !hasBirth)
    .every(
      (name) => recorded[name] === undefined || found[name] === undefined || recorded[name] === found[name],
    )
}

/** The marks of an embedded database's folder. They stay when it is renamed, and are others in every copy. */
function folderMarks(folder: string): Marks {
  const whole = statSync(folder, { bigint: true })
  const control = statSync(join(folder, 'global', 'pg_control'), { bigint: true })
  return {
    folder: `${whole.ino}`,
    control: `${control.ino}`,
    device: `${whole.dev}`,
    ...withBirth(whole, 'folderBirth'),
    ...withBirth(control, 'controlBirth'),
  }
}

/** Where a file system keeps no time of birth, Node gives the time of the last change, or none. */
function withBirth(stats: BigIntStats, name: 'folderBirth' | 'controlBirth'): Marks {
  const { birthtimeNs, ctimeNs } = stats
  return birthtimeNs === 0n || birthtimeNs === ctimeNs ? {} : { [name]: `${birthtimeNs}` }
}

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
