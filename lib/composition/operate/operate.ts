import { resolve } from 'node:path'
import { DatabaseError } from '@/lib/db/database-error'
import type { Foot } from '@/lib/db/dump/dump-format'
import type { Env } from '@/lib/env'
import { recoverySchema, type Statement, statementSchema } from '@/lib/operator/order'
import { dumpDatabase } from './dump-database'
import { moveDatabase, unsealDatabase } from './move-database'
import { command as ask } from './obey'
import { restoreDatabase } from './restore-database'
import { upgradeEmbedded } from './upgrade-database'

/**
 * What was typed. `from`: the folder it was typed in, which names of files go by. `atEnd` has something done before the
 * process ends that is asked to.
 */
type Typed = {
  command: string
  argument: string | undefined
  from: string
  write: boolean
  json: boolean
  unseal: boolean
  new: boolean
  pglite?: string
  atEnd: (stop: () => Promise<unknown>) => () => void
}

const say = (text: string) => process.stdout.write(`${text}\n`)
const tell = (step: string) => process.stderr.write(`  ${step}\n`)

/** Does what an operator has typed, and prints what came of it. @throws {Error} with one line to print */
export async function operate(env: Env, typed: Typed): Promise<void> {
  const act = acts[typed.command]
  if (!act) throw new DatabaseError(`There is no command ${typed.command}`)
  await act(env, typed)
}

const acts: Record<string, (env: Env, typed: Typed) => Promise<void>> = {
  async dump(env, typed) {
    const file = fileOf(typed)
    const { bytes, tables } = await dumpDatabase(env, file, { tell, atEnd: typed.atEnd })
    say(`${file}: ${bytes} bytes, ${counted(tables)}`)
  },
  async restore(env, typed) {
    const file = fileOf(typed)
    const { head, tables } = await restoreDatabase(env, file, tell)
    say(`Restored ${counted(tables)}, of version ${head.product}.`)
    say('The next start holds all sending: see After a restore in docs/operations.md.')
  },
  async move(env, typed) {
    if (typed.unseal) {
      say((await unsealDatabase(env)) ? 'It may be started again.' : 'It was not sealed: nothing was done.')
      return
    }
    const to = wanted(
      typed,
      'the address of an empty PostgreSQL in NEW_DATABASE, such as postgresql://user:password@host/name',
    )
    if (!/^postgres(ql)?:\/\//.test(to)) throw new DatabaseError('The address must begin with postgresql://')
    const { tables, again } = await moveDatabase(env, to, tell)
    say(
      again
        ? `It was moved before: ${counted(tables)}, the same on both sides.`
        : `Moved ${counted(tables)}, the same on both sides.`,
    )
    say('Set DATABASE_URL to the address, and start. The start holds all sending: let it go on.')
  },
  async upgrade(env, typed) {
    if (env.DATABASE_URL !== undefined)
      throw new DatabaseError('PostgreSQL is upgraded by its own means: see pg_upgrade')
    const done = await upgradeEmbedded(env, typed.pglite, tell)
    say(
      done
        ? `Upgraded from PostgreSQL ${done.from}. What was there is in ${done.kept}.`
        : 'There is nothing to upgrade.',
    )
  },
  async sql(env, typed) {
    const order = { order: 'sql', text: wanted(typed, 'a statement'), write: typed.write } as const
    const statement = await ask(env, order, statementSchema)
    say(typed.json ? JSON.stringify(statement) : asTable(statement))
  },
  async recover(env, typed) {
    const order = { order: 'recover', email: typed.argument ?? null, isNew: typed.new } as const
    const { link, days } = await ask(env, order, recoverySchema)
    say(
      `Whoever opens this link within ${days === 1 ? 'a day' : `${days} days`} chooses the password:\n  ${link}`,
    )
  },
}

function wanted({ argument }: Typed, what: string): string {
  if (!argument) throw new DatabaseError(`Say ${what}`)
  return argument
}

const fileOf = (typed: Typed): string => resolve(typed.from, wanted(typed, 'the name of a file'))

function counted(tables: Foot['tables']): string {
  const rows = Object.values(tables).reduce((sum, content) => sum + content.rows, 0)
  return `${Object.keys(tables).length} tables with ${rows} rows, ${tables['public.lead']?.rows ?? 0} of them leads`
}

function asTable({ columns, rows, hasMore, changed }: Statement): string {
  const shown = [columns, ...rows.map((row) => row.map((text) => oneLine(text ?? '∅')))]
  const widths = columns.map((_, i) => Math.max(...shown.map((row) => row[i]?.length ?? 0)))
  const lines = shown.map((row) =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const ruled =
    columns.length > 0
      ? [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)]
      : []
  if (hasMore) ruled.push(`… the first ${rows.length} rows`)
  if (changed !== null) ruled.push(`${changed} changed`)
  return ruled.join('\n')
}

/** A control character in a value must not reach the terminal as one. */
const oneLine = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1))
