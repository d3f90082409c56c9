import { DatabaseError } from '../database-error'
import { lockStatement } from '../locks'
import { readMigrations } from '../migration-history'
import type { CopySession } from './copy-session'
import { type DumpPart, type Foot, type Head, readDump } from './dump-format'
import { differing, partBytes, readContents } from './table-rows'

/** Where a dump is read from, from its beginning, each time it is called. */
export type DumpSource = () => AsyncIterable<Uint8Array>

/**
 * Reads a dump to its end, so that nothing is begun with one that was cut short.
 * @throws {DatabaseError} where it is not ours, not whole, or of a newer version than this one
 */
export async function checkDump(source: DumpSource): Promise<{ head: Head; foot: Foot }> {
  let head: Head | undefined
  for await (const part of readDump(source())) {
    if (part.kind === 'head') {
      head = part.head
      await refuseNewer(head)
    }
    if (part.kind === 'foot' && head) return { head, foot: part.foot }
  }
  throw new DatabaseError('The dump was cut short')
}

async function refuseNewer({ migration, product }: Head): Promise<void> {
  const known = await readMigrations()
  if (!known.some(({ name }) => name === migration))
    throw new DatabaseError(
      `The dump is of a newer version (${product}): it has migration ${migration}, which this version does not know`,
    )
}

/** Whether there is nothing of ours, and nothing in the way of it. */
export async function isEmpty(session: CopySession): Promise<boolean> {
  const found = await session.rows<'name'>(`
    SELECT c.relname::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'pgboss') AND NOT EXISTS
      (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL SELECT p.proname::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS
      (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
    UNION ALL SELECT nspname::text FROM pg_namespace WHERE nspname = 'pgboss'
    UNION ALL SELECT t.typname::text FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
    LIMIT 1`)
  return found.length === 0
}

/** Is told of each step as it is done, by its name. */
export type Tell = (step: string) => void

/**
 * Loads a dump in one transaction, reads every table back, and commits only what is the same to the last byte.
 * @throws {DatabaseError} where the target is not empty, or the dump is not whole
 */
export async function loadDump(
  chunks: AsyncIterable<Uint8Array>,
  target: CopySession,
  tell: Tell = () => undefined,
): Promise<Foot> {
  await target.run('BEGIN')
  // What starts on the target meanwhile waits to see whether there is a database.
  await target.run(lockStatement('migrations'))
  if (!(await isEmpty(target))) throw new DatabaseError('The target is not empty: nothing was done')
  const foot = await loadParts(readDump(chunks), target)
  tell('loaded')
  const different = differing(foot.tables, await readContents(target))
  if (different.length > 0)
    throw new DatabaseError(`What was loaded is not what the dump says, in ${different.join(', ')}`)
  tell('compared')
  await target.run('COMMIT')
  tell('committed')
  // It is all there without this, only slower.
  await target.run('ANALYZE').catch(() => undefined)
  return foot
}

async function loadParts(parts: AsyncIterable<DumpPart>, target: CopySession): Promise<Foot> {
  let into = ''
  let waiting: Buffer[] = []
  let bytes = 0
  const flush = async () => {
    if (bytes > 0) await target.copyIn(into, Buffer.concat(waiting))
    waiting = []
    bytes = 0
  }
  for await (const part of parts) {
    if (part.kind === 'rows') {
      if (part.into !== into || bytes > partBytes) await flush()
      into = part.into
      waiting.push(part.lines)
      bytes += part.lines.length
      continue
    }
    await flush()
    if (part.kind === 'sql') await target.run(part.text)
    if (part.kind === 'foot') return part.foot
  }
  throw new DatabaseError('The dump was cut short')
}
