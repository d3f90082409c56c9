import { createHash } from 'node:crypto'
import { canUnsettle, isHeld, isOfRestore, isSentFrom, nextAttemptAt } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { isToDoStatus } from '@/lib/deliveries/transitions'
import { type Unsettled, whoMustAct } from '@/lib/deliveries/who-must-act'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Obstacle } from '@/lib/leads/lead'
import type { LeadPosition, LeadRow } from '@/lib/leads/lead-view'

/** A pool, or whatever transaction the rows are read in. */
type Sql = { pool: Pick<Database['pool'], 'query'> } | Prisma.TransactionClient

type Row = Pick<Unsettled, 'word' | 'errorKind'> &
  Omit<LeadRow, 'receivedAt' | 'nextAttemptAt' | 'anonymisedAt' | 'valuation' | 'mustAct'> & {
    receivedAt: Date
    nextAttemptAt: Date | null
    anonymisedAt: Date | null
    valuation: string | bigint
  }

async function ask<Found extends object>(
  sql: Sql,
  statement: Prisma.Sql,
  isPlannedOnce = false,
): Promise<Found[]> {
  if (!('pool' in sql)) return sql.$queryRaw<Found[]>(statement)
  const { text, values } = statement
  const name = isPlannedOnce ? nameOf(text) : undefined
  const { rows } = await sql.pool.query<Found>(name ? { name, text, values } : { text, values })
  return rows
}

/** Each connection keeps a plan of each: some MB in all. */
const mostNamed = 100
const named = new Set<string>()

/** The name that a statement is prepared under: its own, whatever module asks; none where there are too many already. */
function nameOf(text: string): string | undefined {
  const name = `log-${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`
  if (named.size < mostNamed) named.add(name)
  return named.has(name) ? name : undefined
}

/** Of `from`, which is called `lead`: what a line of the log shows. `more`: further columns, each after a comma. */
function rowsOf(environment: EnvironmentId, from: Prisma.Sql, which: Prisma.Sql, more = Prisma.empty) {
  return Prisma.sql`
    SELECT lead.id::text, lead.received_at AS "receivedAt", lead.channel::text, lead.status::text,
      lead.vitec_customer_id AS "vitecCustomerId", lead.vitec_source_id AS "vitecSourceId",
      lead.first_name AS "firstName", lead.last_name AS "lastName", lead.email, lead.phone,
      lead.address, lead.zip_code AS "zipCode", lead.city,
      lead.property_sub_type::text AS "propertySubType", lead.valuation,
      lead.vitec_lead_id AS "vitecLeadId", ${nextAttemptAt} AS "nextAttemptAt",
      lead.anonymised_at AS "anonymisedAt",
      customer.id::text AS "customerId", lead_source.id::text AS "leadSourceId",
      customer.name AS "customerName", lead_source.name AS "leadSourceName",
      customer_pause.since IS NOT NULL AS "customerPaused",
      lead.environment, ${obstacle(environment)} AS obstacle,
      CASE lead.status WHEN 'rejected' THEN lead.last_word END AS word,
      CASE lead.status WHEN 'failed' THEN (SELECT error_kind FROM delivery_attempt
        WHERE lead_id = lead.id AND ended_at IS NOT NULL ORDER BY number DESC LIMIT 1) END AS "errorKind"${more}
    FROM ${from}
    LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
    LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
    LEFT JOIN customer_pause ON customer_pause.environment = lead.environment
      AND customer_pause.vitec_customer_id = lead.vitec_customer_id
    ${which}`
}

/**
 * Leads as lines of the log: by a pool past Prisma, which takes longer over a page than the database does.
 * @param which the end of the query, from WHERE on; the table is `lead`, or what is so called
 * @param isPlannedOnce the best plan is the same whatever its values are
 */
export async function readRows(
  sql: Sql,
  environment: EnvironmentId,
  which: Prisma.Sql,
  from = Prisma.sql`lead`,
  isPlannedOnce = false,
): Promise<LeadRow[]> {
  const rows = await ask<Row>(sql, rowsOf(environment, from, which), isPlannedOnce)
  return rows.map(toLeadRow)
}

/** Newest first, as the log stands. */
export const newestFirst = Prisma.sql`ORDER BY lead.received_at DESC, lead.id DESC`

const newest = Prisma.sql`(SELECT (extract(epoch FROM lead.received_at) * 1000)::bigint || ' ' || lead.id
  FROM lead ${newestFirst} LIMIT 1)`

/**
 * A page's leads, with the lead that came last of all: in one statement, so that none comes between the two.
 * @param page a query for whole rows of `lead`
 */
export async function readPageAndNewest(
  sql: Sql,
  environment: EnvironmentId,
  page: Prisma.Sql,
  isPlannedOnce: boolean,
): Promise<{ rows: LeadRow[]; upTo: LeadPosition | null }> {
  const from = Prisma.sql`(SELECT ${newest} AS position) newest LEFT JOIN LATERAL (${page}) lead ON TRUE`
  const statement = rowsOf(environment, from, newestFirst, Prisma.sql`, newest.position`)
  const rows = await ask<(Row | Record<keyof Row, null>) & { position: string | null }>(
    sql,
    statement,
    isPlannedOnce,
  )
  const found = rows.flatMap(({ position: _, ...row }) => (row.id === null ? [] : [toLeadRow(row)]))
  return { rows: found, upTo: positionIn(rows[0]?.position ?? null) }
}

function positionIn(text: string | null): LeadPosition | null {
  const [ms, id] = text?.split(' ') ?? []
  return ms && id ? { receivedAt: new Date(Number(ms)).toISOString(), id } : null
}

function toLeadRow({ word, errorKind, ...row }: Row): LeadRow {
  return {
    ...row,
    mustAct: isToDoStatus(row.status) ? whoMustAct({ ...row, word, errorKind }) : null,
    receivedAt: row.receivedAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    anonymisedAt: row.anonymisedAt?.toISOString() ?? null,
    valuation: Number(row.valuation),
  }
}

/** Why no instance sends a lead of the table `lead`, however due it is: a word of {@link Obstacle}, or NULL. */
export function obstacle(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`CASE WHEN (${isSentFrom(environment)}) IS NOT TRUE THEN 'environment'
    WHEN lead.status <> 'pending' THEN NULL
    WHEN ${isOfRestore} THEN 'restore' WHEN ${isHeld} THEN 'hold' END`
}

type Standing = { obstacle: Obstacle | null; nextAttemptAt: Date | null; canUnsettle: boolean }

/** Why no instance sends a lead, when it is sent next where one does, and whether "it is in Vitec" can be taken back. */
export async function standingOf(
  prisma: Prisma.TransactionClient,
  environment: EnvironmentId,
  leadId: string,
): Promise<Standing> {
  const [found] = await prisma.$queryRaw<Standing[]>`
    SELECT ${obstacle(environment)} AS obstacle, ${nextAttemptAt} AS "nextAttemptAt", ${canUnsettle} AS "canUnsettle"
    FROM lead WHERE id = ${leadId}::uuid`
  return found ?? { obstacle: null, nextAttemptAt: null, canUnsettle: false }
}
