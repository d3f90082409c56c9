import { z } from 'zod'

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
