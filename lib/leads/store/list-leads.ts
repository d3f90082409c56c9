import { canUnsettle, isBornIn, isHeld, isOfRestore, isToDo, nextAttemptAt } from '@/lib/db/conditions'
import { type LeadCursor, readCursor, writeCursor } from '@/lib/db/cursor'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { isToDoStatus } from '@/lib/deliveries/transitions'
import { type Unsettled, whoMustAct } from '@/lib/deliveries/who-must-act'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Obstacle } from '@/lib/leads/lead'
import type { LeadListName, LeadListQuery, LeadPage, LeadPosition, LeadRow } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import type { Spelling } from '@/lib/leads/search/search-text'
import { type LeadConditions, leadConditions } from './lead-filter'

const pageSize = 50

/**
 * Of what takes more than one index, so many of the newest are looked through first: some 10 ms for words. Of one customer
 * no more than the planner thinks there are of any, or it would collect them all and sort them.
 */
const newestFirst = { ofWords: 5000, ofCustomer: 2000, ofOthers: 1000 }
/** With so many among them the rest of a page is not far behind; to collect all there are takes longer. */
const worthWalking = 8
/** Leads come in swarms: the next ones may be rarer. */
const spare = 1.4

type Row = Pick<Unsettled, 'word' | 'errorKind'> &
  Omit<LeadRow, 'receivedAt' | 'nextAttemptAt' | 'anonymisedAt' | 'valuation' | 'mustAct'> & {
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
  { cursor, list, upTo: bound, ...filter }: LeadListQuery,
): Promise<LeadPage> {
  const after = readCursor(cursor)
  const upTo = after ? null : (bound ?? (await newestLead(prisma)))
  const conditions = await leadConditions(prisma, filter)
  const { exact, loose } = conditions
  // What there is to do has an index of its own.
  const isMore = conditions.isMore && list !== 'to_do'
  const read = async (spelling: Spelling, found: Prisma.Sql) => {
    const condition = Prisma.sql`${found} AND ${isOnList(list)}`
    const looked = { ...conditions, isMore, condition }
    return {
      ...(await readPage(prisma, environment, looked, { after, upTo, spelling, ...windowOf(filter) })),
      upTo,
    }
  }
  if (after?.spelling === 'loose' && loose) return read('loose', loose)
  const page = await read('exact', exact)
  return page.leads.length > 0 || after || !loose ? page : read('loose', loose)
}

/** That a lead of the table `lead` is on one of the two lists. */
export const isOnList = (list: LeadListName | undefined): Prisma.Sql =>
  list === 'to_do' ? isToDo : Prisma.sql`TRUE`

/** The lead that came last; `null` where there is none. */
async function newestLead(prisma: PrismaClient): Promise<LeadPosition | null> {
  const [newest] = await prisma.$queryRaw<{ receivedAt: Date; id: string }[]>`
    SELECT received_at AS "receivedAt", id::text FROM lead ORDER BY received_at DESC, id DESC LIMIT 1`
  return newest ? { id: newest.id, receivedAt: newest.receivedAt.toISOString() } : null
}

type PageOf = { after: LeadCursor | null; upTo: LeadPosition | null; spelling: Spelling } & ReturnType<
  typeof windowOf
>

/** How many of the newest are looked through, and whether more of them where that finds some. */
function windowOf({ search, customer, source }: LeadFilter): { newest: number; mayWalkOn: boolean } {
  if (search.trim() === '') return { newest: newestFirst.ofOthers, mayWalkOn: false }
  const isOfCustomer = customer !== null || source !== null
  return { newest: isOfCustomer ? newestFirst.ofCustomer : newestFirst.ofWords, mayWalkOn: !isOfCustomer }
}

/**
 * Paged by key on (received_at, id). The plain bound on received_at beside the row comparison is what lets PostgreSQL
 * walk the index from there. Nothing is kept of what words and customers are common (see docs/privacy.md), so PostgreSQL
 * would collect every lead in Stockholm for the newest 50: what is common is found among the newest of those that one
 * index has in order, and what is not by the other indexes.
 */
async function readPage(
  prisma: PrismaClient,
  environment: EnvironmentId,
  { condition, walked, isMore }: Pick<LeadConditions, 'walked' | 'isMore'> & { condition: Prisma.Sql },
  { after, upTo, spelling, newest, mayWalkOn }: PageOf,
): Promise<Omit<LeadPage, 'upTo'>> {
  const isAfter = after
    ? Prisma.sql`(lead.received_at <= ${after.receivedAt}
        AND (lead.received_at, lead.id) < (${after.receivedAt}, ${after.id}::uuid))`
    : isUpTo(upTo)
  const order = Prisma.sql`ORDER BY lead.received_at DESC, lead.id DESC`
  const first = Prisma.sql`${order} LIMIT ${pageSize + 1}::int`
  const amongNewest = (count: number) =>
    readRows(
      prisma,
      environment,
      Prisma.sql`WHERE ${condition} ${first}`,
      Prisma.sql`(SELECT * FROM lead WHERE ${walked} AND ${isAfter} ${order} LIMIT ${count}::int) lead`,
    )
  let rows = isMore ? await amongNewest(newest) : []
  if (mayWalkOn && rows.length >= worthWalking && rows.length <= pageSize)
    rows = await amongNewest(Math.ceil((newest * (pageSize + 1) * spare) / rows.length))
  if (rows.length <= pageSize)
    rows = await readRows(prisma, environment, Prisma.sql`WHERE ${condition} AND ${isAfter} ${first}`)
  const page = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? page.at(-1) : undefined
  const next = last && { id: last.id, receivedAt: new Date(last.receivedAt), spelling }
  return { leads: page, next: next ? writeCursor(next) : null }
}

/** That a lead stands in the list where `upTo` does, or below. */
const isUpTo = (upTo: LeadPosition | null): Prisma.Sql =>
  upTo
    ? Prisma.sql`(lead.received_at <= ${upTo.receivedAt}::timestamptz
        AND (lead.received_at, lead.id) <= (${upTo.receivedAt}::timestamptz, ${upTo.id}::uuid))`
    : Prisma.sql`TRUE`

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
      customer.id::text AS "customerId", lead_source.id::text AS "leadSourceId",
      customer.name AS "customerName", lead_source.name AS "leadSourceName",
      customer_pause.since IS NOT NULL AS "customerPaused",
      lead.environment, ${obstacle(environment)} AS obstacle,
      CASE lead.status WHEN 'rejected' THEN lead.last_word END AS word,
      CASE lead.status WHEN 'failed' THEN (SELECT error_kind FROM delivery_attempt
        WHERE lead_id = lead.id AND ended_at IS NOT NULL ORDER BY number DESC LIMIT 1) END AS "errorKind"
    FROM ${from}
    LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
    LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
    LEFT JOIN customer_pause ON customer_pause.environment = lead.environment
      AND customer_pause.vitec_customer_id = lead.vitec_customer_id
    ${which}`
  return rows.map(toLeadRow)
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
  return Prisma.sql`CASE WHEN (${isBornIn(environment)}) IS NOT TRUE THEN 'environment'
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
