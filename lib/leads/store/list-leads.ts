import { isNoTest, isToDo } from '@/lib/db/conditions'
import { type LeadCursor, readCursor, writeCursor } from '@/lib/db/cursor'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadListName, LeadListQuery, LeadPage, LeadPosition, LeadRow } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { searchTerms } from '@/lib/leads/search/search-terms'
import type { Spelling } from '@/lib/leads/search/search-text'
import { type Commonness, type FilterContext, likelyShare, readPageContext } from './filter-context'
import { conditionsOf, type LeadConditions } from './lead-filter'
import { newestFirst, readPageAndNewest, readRows } from './lead-rows'

const pageSize = 50

type Sql = Pick<Database, 'pool'>
type Context = FilterContext & { common: Commonness | null }

/**
 * A page of the log, newest first: the leads that are spelt as was typed or, where there are none, those that a loose
 * search finds. The pages after the first are found as it was.
 */
export async function listLeads(
  sql: Sql,
  environment: EnvironmentId,
  { cursor, list, upTo: bound, ...filter }: LeadListQuery,
): Promise<LeadPage> {
  const after = readCursor(cursor)
  const terms = searchTerms(filter.search, 'exact')
  const context = await readPageContext(sql, filter, terms)
  const conditions = conditionsOf(filter, context)
  const { exact, loose } = conditions
  const read = (spelling: Spelling, found: Prisma.Sql, upTo: LeadPosition | null) => {
    const condition = list === 'to_do' ? Prisma.sql`${found} AND ${isToDo}` : found
    const common = spelling === 'exact' ? context.common : null
    const way = wayTo(list, filter, conditions, { ...context, common })
    const isPlannedOnce =
      conditions.isPlannedOnce &&
      (filter.search.trim() === '' || (way.kind === 'newest' && common !== null && !conditions.isNamed))
    const looked = { walked: conditions.walked, condition, way, isPlannedOnce }
    return readPage(sql, environment, looked, { after, upTo, spelling })
  }
  if (after?.spelling === 'loose' && loose) return read('loose', loose, null)
  const page = await read('exact', exact, after ? null : (bound ?? null))
  return page.leads.length > 0 || after || !loose ? page : read('loose', loose, page.upTo)
}

/** That a lead of the table `lead` is on one of the two lists. */
export const isOnList = (list: LeadListName | undefined): Prisma.Sql =>
  list === 'to_do' ? isToDo : Prisma.sql`TRUE`

/**
 * How a page is found. `planned`: as the planner thinks, which knows enough. `newest`: so many of the newest are looked through
 * first, and the others only where those do not fill it. `all`: all that meet the condition are collected and sorted.
 */
type Way = { kind: 'planned' } | { kind: 'newest'; count: number } | { kind: 'all' }

/**
 * So many are looked through where nothing tells how common it is what is looked for. Of one customer no more than the planner
 * thinks there are of any, or it would collect them all and sort them.
 */
const usual = { ofWords: 5_000, ofCustomer: 2_000, ofOthers: 1_000 }
/** To look at a lead takes a third of what it takes to find one by an index of words. */
const walkingCost = 1 / 3
/** Leads come in swarms: the next ones may be rarer. */
const spare = 2

/**
 * Nothing is kept for the planner of what words and customers are common (see docs/privacy.md): it takes each for rare, and
 * would collect every lead in Stockholm for the newest 50. So common ones are looked for among the newest of those that one
 * index has in order, and rare ones by their own index.
 */
function wayTo(
  list: LeadListName | undefined,
  { search, customer, source }: LeadFilter,
  { isMore, isNamed }: LeadConditions,
  { common, isOutdated }: Context,
): Way {
  // What there is to do has an index of its own.
  if (list === 'to_do' || !isMore) return { kind: 'planned' }
  if (search.trim() === '') return { kind: 'newest', count: usual.ofOthers }
  const ofUnknown = customer || source ? usual.ofCustomer : usual.ofWords
  if (!common || isOutdated || isNamed) return { kind: 'newest', count: ofUnknown }
  const { leads } = common
  const likely = likelyShare(common)
  const walk = (pageSize + 1) / likely
  if (walk * walkingCost > likely * leads) return { kind: 'all' }
  const count = Math.ceil(Math.min(walk * spare, leads))
  return { kind: 'newest', count: customer || source ? Math.min(count, ofUnknown) : count }
}

type Looked = { condition: Prisma.Sql; walked: Prisma.Sql; way: Way; isPlannedOnce: boolean }
type PageOf = { after: LeadCursor | null; upTo: LeadPosition | null; spelling: Spelling }

/** Paged by key on (received_at, id): one that begins the log says what was the newest lead by then. */
async function readPage(
  sql: Sql,
  environment: EnvironmentId,
  looked: Looked,
  { after, upTo, spelling }: PageOf,
): Promise<LeadPage> {
  const page = pageOf(looked, after ? isAfter(after) : isUpTo(upTo))
  const isFirst = !after && !upTo
  const found = isFirst
    ? await readPageAndNewest(sql, environment, page, looked.isPlannedOnce)
    : {
        rows: await readRows(sql, environment, newestFirst, Prisma.sql`(${page}) lead`, looked.isPlannedOnce),
        upTo,
      }
  const leads = found.rows.slice(0, pageSize)
  const last = found.rows.length > pageSize ? leads.at(-1) : undefined
  return { leads, next: last ? nextAfter(last, spelling) : null, upTo: found.upTo }
}

const nextAfter = ({ id, receivedAt }: LeadRow, spelling: Spelling) =>
  writeCursor({ id, receivedAt: new Date(receivedAt), spelling })

/** Stands in the statement, so that the planner sees it. */
const onePage = Prisma.raw(`LIMIT ${pageSize + 1}`)

/** A query for a page's rows of `lead`. */
function pageOf({ condition, walked, way }: Looked, isBound: Prisma.Sql): Prisma.Sql {
  const first = Prisma.sql`${newestFirst} ${onePage}`
  if (way.kind === 'planned') return Prisma.sql`SELECT * FROM lead WHERE ${condition} AND ${isBound} ${first}`
  if (way.kind === 'all') return rowsIn(collected(condition, isBound))
  const walk = Prisma.sql`FROM lead WHERE ${walked} AND ${isBound} ${newestFirst}`
  // The second part begins only where the first has not filled the page, and there are others at all.
  const last = Prisma.sql`SELECT lead.received_at, lead.id ${walk} OFFSET ${way.count - 1}::int LIMIT 1`
  const areBelow = Prisma.sql`(lead.received_at, lead.id) < (last.received_at, last.id)`
  return rowsIn(Prisma.sql`
    (SELECT lead.id FROM (SELECT * ${walk} LIMIT ${way.count}::int) lead WHERE ${condition} ${first})
    UNION ALL (SELECT others.id FROM (${last}) last CROSS JOIN LATERAL (${collected(condition, areBelow)}) others)
    ${onePage}`)
}

/** Whole rows are read of the page alone. */
const rowsIn = (page: Prisma.Sql) =>
  Prisma.sql`SELECT lead.* FROM (${page}) page JOIN lead ON lead.id = page.id ${newestFirst}`

/** Ids: collected before they are bound, or an index of all that came before would be looked through, and bound before they are sorted. */
const collected = (condition: Prisma.Sql, isBound: Prisma.Sql) => Prisma.sql`
  SELECT lead.id FROM (SELECT lead.id, lead.received_at FROM lead WHERE ${condition} OFFSET 0) lead
  WHERE ${isBound} ${newestFirst} ${onePage}`

/** The plain bound beside the row comparison is what lets PostgreSQL walk the index from there. */
const isAfter = ({ receivedAt, id }: LeadCursor) => Prisma.sql`(lead.received_at <= ${receivedAt}
  AND (lead.received_at, lead.id) < (${receivedAt}, ${id}::uuid))`

/**
 * That a lead stands in the list where `upTo` does, or below. Without a row comparison: an index would be walked from there,
 * and not from the end of the days that are asked for.
 */
const isUpTo = (upTo: LeadPosition | null): Prisma.Sql =>
  upTo
    ? Prisma.sql`(lead.received_at <= ${upTo.receivedAt}::timestamptz
        AND (lead.received_at < ${upTo.receivedAt}::timestamptz OR lead.id <= ${upTo.id}::uuid))`
    : Prisma.sql`TRUE`

/** So many of the newest leads are looked through, whoever sent them, and so many customers are told of. */
const [looked, mostRecent] = [2_000, 5]

/** The Vitec customer ids that somebody has lately entered leads for, the latest first. */
export async function recentCustomers(prisma: PrismaClient, actor: string): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT vitec_customer_id AS id FROM (
      SELECT vitec_customer_id, actor, received_at FROM lead WHERE ${isNoTest}
      ORDER BY received_at DESC, id DESC LIMIT ${looked}::int
    ) newest WHERE actor = ${actor} AND vitec_customer_id <> ''
    GROUP BY vitec_customer_id ORDER BY max(received_at) DESC LIMIT ${mostRecent}::int`
  return rows.map(({ id }) => id)
}
