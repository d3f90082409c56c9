import { escapeLiteral, type PoolClient } from 'pg'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import { DatabaseError } from '@/lib/db/database-error'
import type { Database } from '@/lib/db/open-database'
import { OrderError, type Statement } from '@/lib/operator/order'

/** How many rows are shown; and in ms, how long a statement may take on PostgreSQL. */
const limits = { rows: 1000, ms: 30_000 }

/**
 * In the planner's own units, where a page read is 1: what a statement may cost on the embedded database. Nothing stops one
 * there, and meanwhile nothing else is answered; this is some second of a small machine.
 */
const mostCost = 100_000

type OperatorVerb = Extract<AuditVerb, `database.${string}`>

/**
 * The statement that records what an operator did. Those who look into the audit log see that it was, and nothing of what
 * was asked. SQL, because a database of an older version may be copied, too.
 */
export const eventStatement = (verb: OperatorVerb, kind: Database['kind']): string =>
  `INSERT INTO public.audit_event (id, at, actor, verb, subject, address)
   VALUES (gen_random_uuid(), clock_timestamp(), 'system', '${verb}', 'database:${kind}', 'none')`

/**
 * Runs a statement of an operator. Recorded before it is answered; where it may write, in its own transaction.
 * @throws {OrderError} in words for a terminal
 */
export async function runStatement(
  database: Pick<Database, 'kind' | 'pool'>,
  { text, write }: { text: string; write: boolean },
): Promise<Statement> {
  const verb = write ? 'database.change' : 'database.read'
  if (!write) await database.pool.query(eventStatement(verb, database.kind))
  const client = await database.pool.connect()
  try {
    await client.query(write ? 'BEGIN' : 'BEGIN READ ONLY')
    // From the first query on a transaction cannot be made one that writes.
    await client.query(`SET LOCAL statement_timeout = ${limits.ms}; SELECT 1`)
    if (database.kind === 'embedded') await refuseCostly(client, text, write)
    const answer = write ? await change(client, text) : await read(client, text)
    if (write) await client.query(eventStatement(verb, database.kind))
    await client.query(write ? 'COMMIT' : 'ROLLBACK')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    if (error instanceof OrderError || error instanceof DatabaseError) throw error
    throw new OrderError(wordsOf(error, write))
  } finally {
    client.release(true)
  }
}

/** In a transaction that only reads, and of what no cursor shows the rows. */
const changes = ['25006', '42P11']

function wordsOf(error: unknown, write: boolean): string {
  if (!(error instanceof Error)) return 'It failed'
  const isChange = !write && 'code' in error && changes.includes(String(error.code))
  return isChange ? `${error.message}: only one statement that reads, unless --write is said` : error.message
}

/** As a cursor over text: of that PostgreSQL takes one statement, and none that ends the transaction. */
async function openCursor(client: PoolClient, text: string): Promise<void> {
  const body = `DECLARE shown refcursor := 'shown'; BEGIN OPEN shown FOR EXECUTE ${escapeLiteral(text)}; END`
  await client.query(`DO ${escapeLiteral(body)}`)
}

async function read(client: PoolClient, text: string): Promise<Statement> {
  await openCursor(client, text)
  const { fields, rows } = await client.query({
    text: `FETCH ${limits.rows + 1} FROM shown`,
    rowMode: 'array',
    types: { getTypeParser: () => (value: string) => value },
  })
  return toStatement(fields, rows, null)
}

async function change(client: PoolClient, text: string): Promise<Statement> {
  const result = await client.query({
    text,
    rowMode: 'array',
    types: { getTypeParser: () => (value: string) => value },
  })
  const last = Array.isArray(result) ? result.at(-1) : result
  return toStatement(last?.fields ?? [], last?.rows ?? [], last?.rowCount ?? null)
}

const toStatement = (
  fields: { name: string }[],
  rows: (string | null)[][],
  changed: number | null,
): Statement => ({
  columns: fields.map(({ name }) => name),
  rows: rows.slice(0, limits.rows),
  hasMore: rows.length > limits.rows,
  changed,
})

type Plan = { 'Total Cost': number }

/** @throws {OrderError} where the planner expects a statement to hold up the service, or one that only reads may without end */
async function refuseCostly(client: PoolClient, text: string, write: boolean): Promise<void> {
  await client.query('SAVEPOINT asking')
  const plan = await openCursor(client, `EXPLAIN (FORMAT JSON, VERBOSE) ${text}`)
    .then(() => client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>('FETCH 1 FROM shown'))
    .then(({ rows }) => rows[0]?.['QUERY PLAN'][0].Plan ?? null)
    // What has no plan, such as a change of a table, says so when it is run.
    .catch(() => null)
  await client.query('ROLLBACK TO asking')
  const reason = write ? null : endless(text, plan)
  if (reason) throw new OrderError(`This could hold up the service (${reason}): make a dump, and ask that`)
  const cost = plan?.['Total Cost'] ?? 0
  if (cost > mostCost)
    throw new OrderError(
      `This would hold up the service (cost ${Math.round(cost)}, at most ${mostCost}): make a dump, and ask that`,
    )
}

/** They wait, end or hold the one session that everybody works in, or run a text that has no plan yet. */
const waiting =
  /\b(pg_sleep\w*|pg_promote|pg_(terminate|cancel)_backend|pg_backup_\w+|\w+_to_xml\w*|ts_stat)"?\s*\(/i

/** What the planner knows the value of: it counts such a series rightly, and takes any other for a short one. */
const known =
  /^(|without|with|time|zone|timestamp|interval|date|integer|bigint|numeric|double|precision|text|now|date_trunc|current_(date|timestamp)|localtimestamp)$/i

/** Why nobody can tell when a statement ends; `null` for most. */
function endless(text: string, plan: Plan | null): string | null {
  const planned = plan ? JSON.stringify(plan) : ''
  const found = waiting.exec(text) ?? waiting.exec(planned)
  if (found) return found[1] ?? null
  if (!plan && /\banaly[sz]e\b/i.test(text)) return 'ANALYZE'
  if (planned.includes('"Recursive Union"')) return 'WITH RECURSIVE'
  for (const [, rest = ''] of planned.matchAll(/\bgenerate_series\(([^"]*)/g)) {
    const words = argumentsIn(rest.replaceAll(/'(?:[^']|'')*'/g, ' ')).split(/[^a-z_$]+/i)
    if (!words.every((word) => known.test(word))) return 'generate_series up to what a query finds'
  }
  return null
}

/** Up to the bracket that closes. */
function argumentsIn(text: string): string {
  let depth = 1
  for (let n = 0; n < text.length; n++) {
    if (text[n] === '(') depth += 1
    if (text[n] === ')') depth -= 1
    if (depth === 0) return text.slice(0, n)
  }
  return text
}
