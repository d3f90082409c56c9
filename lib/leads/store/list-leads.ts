import { isBornIn, isHeld, isOfRestore, nextAttemptAt } from '@/lib/db/conditions'
import { type LeadCursor, readCursor, writeCursor } from '@/lib/db/cursor'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadChannel, LeadStatus, Obstacle, PropertySubType } from '@/lib/leads/lead'
import type { LeadListQuery, LeadPage, LeadRow } from '@/lib/leads/lead-view'
import type { Spelling } from '@/lib/leads/search/search-text'
import { leadConditions } from './lead-filter'

const pageSize = 50

/** Of a search, so many of the newest are looked through before the index is asked: some 10 ms. */
const newestFirst = 5000

type Row = Omit<LeadRow, 'receivedAt' | 'nextAttemptAt' | 'anonymisedAt' | 'valuation'> & {
  channel: LeadChannel
  status: LeadStatus
  propertySubType: PropertySubType
  receivedAt: Date
  nextAttemptAt: Date | null
  anonymisedAt: Date | null
  valuation: bigint
}

/**
 * A page of the log, newest first: the leads that are spelt as was typed or, where there are none, those that a loose
 * search finds. The pages after the first are found as it was.
 */
export async function listLeads(
  prisma: PrismaClient,
  environment: EnvironmentId,
  { cursor, ...filter }: LeadListQuery,
): Promise<LeadPage> {
  const after = readCursor(cursor)
  const { exact, loose } = await leadConditions(prisma, filter)
  const isSearch = filter.search.trim() !== ''
  const read = (spelling: Spelling, condition: Prisma.Sql) =>
    readPage(prisma, environment, condition, { after, spelling, isSearch })
  if (after?.spelling === 'loose' && loose) return read('loose', loose)
  const page = await read('exact', exact)
  return page.leads.length > 0 || after || !loose ? page : read('loose', loose)
}

/**
 * Paged by key on (received_at, id). The plain bound on received_at beside the row comparison is what lets PostgreSQL
 * walk the index from there. Nothing is kept of what words are common (see docs/privacy.md), so PostgreSQL would collect
 * every lead in Stockholm for the newest 50: what is common is found among the newest, and what is not by the index.
 */
async function readPage(
  prisma: PrismaClient,
  environment: EnvironmentId,
  condition: Prisma.Sql,
  { after, spelling, isSearch }: { after: LeadCursor | null; spelling: Spelling; isSearch: boolean },
): Promise<LeadPage> {
  const isAfter = after
    ? Prisma.sql`(lead.received_at <= ${after.receivedAt}
        AND (lead.received_at, lead.id) < (${after.receivedAt}, ${after.id}::uuid))`
    : Prisma.sql`TRUE`
  const first = (count: number) =>
    Prisma.sql`ORDER BY lead.received_at DESC, lead.id DESC LIMIT ${count}::int`
  const newest = Prisma.sql`(SELECT * FROM lead WHERE ${isAfter} ${first(newestFirst)}) lead`
  const common = isSearch
    ? await readRows(prisma, environment, Prisma.sql`WHERE ${condition} ${first(pageSize + 1)}`, newest)
    : []
  const rows =
    common.length > pageSize
      ? common
      : await readRows(
          prisma,
          environment,
          Prisma.sql`WHERE ${condition} AND ${isAfter} ${first(pageSize + 1)}`,
        )
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  const next = last && { id: last.id, receivedAt: new Date(last.receivedAt), spelling }
  return { leads: page, next: next ? writeCursor(next) : null }
}

/** Leads as lines of the log. @param which the end of the query, from WHERE on; the table is `lead`, or what is so called */
export async function readRows(
  prisma: PrismaClient,
  environment: EnvironmentId,
  which: Prisma.Sql,
  from = Prisma.sql`lead`,
): Promise<LeadRow[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT lead.id::text, lead.received_at AS "receivedAt", lead.channel::text, lead.status::text,
      lead.vitec_customer_id AS "vitecCustomerId", lead.vitec_source_id AS "vitecSourceId",
      lead.first_name AS "firstName", lead.last_name AS "lastName", lead.email, lead.phone,
      lead.address, lead.zip_code AS "zipCode", lead.city,
      lead.property_sub_type::text AS "propertySubType", lead.valuation,
      lead.vitec_lead_id AS "vitecLeadId", ${nextAttemptAt} AS "nextAttemptAt",
      lead.anonymised_at AS "anonymisedAt",
      customer.name AS "customerName", lead_source.name AS "leadSourceName",
      customer_pause.since IS NOT NULL AS "customerPaused",
      lead.environment, ${obstacle(environment)} AS obstacle
    FROM ${from}
    LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
    LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
    LEFT JOIN customer_pause ON customer_pause.environment = lead.environment
      AND customer_pause.vitec_customer_id = lead.vitec_customer_id
    ${which}`
  return rows.map(toLeadRow)
}

function toLeadRow(row: Row): LeadRow {
  return {
    ...row,
    receivedAt: row.receivedAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    anonymisedAt: row.anonymisedAt?.toISOString() ?? null,
    valuation: Number(row.valuation),
  }
}

/** Why no instance sends a lead of the table `lead`, however due it is: a word of {@link Obstacle}, or NULL. */
export function obstacle(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`CASE WHEN (${isBornIn(environment)}) IS NOT TRUE THEN 'environment'
    WHEN lead.status <> 'pending' THEN NULL
    WHEN ${isOfRestore} THEN 'restore' WHEN ${isHeld} THEN 'hold' END`
}

/** Why no instance sends a lead, and when it is sent next where one does. */
export async function standingOf(
  prisma: Prisma.TransactionClient,
  environment: EnvironmentId,
  leadId: string,
): Promise<{ obstacle: Obstacle | null; nextAttemptAt: Date | null }> {
  const [found] = await prisma.$queryRaw<{ obstacle: Obstacle | null; nextAttemptAt: Date | null }[]>`
    SELECT ${obstacle(environment)} AS obstacle, ${nextAttemptAt} AS "nextAttemptAt"
    FROM lead WHERE id = ${leadId}::uuid`
  return found ?? { obstacle: null, nextAttemptAt: null }
}

/** So many of the newest leads are looked through, whoever sent them, and so many customers are told of. */
const [looked, mostRecent] = [2_000, 5]

/** The Vitec customer ids that somebody has lately entered leads for, the latest first. */
export async function recentCustomers(prisma: PrismaClient, actor: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT vitec_customer_id AS id FROM (
      SELECT vitec_customer_id, actor, received_at FROM lead ORDER BY received_at DESC, id DESC LIMIT ${looked}::int
    ) newest WHERE actor = ${actor} AND vitec_customer_id <> ''
    GROUP BY vitec_customer_id ORDER BY max(received_at) DESC LIMIT ${mostRecent}::int`
  return rows.map(({ id }) => id)
}
