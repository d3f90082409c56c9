import { readPauses } from '@/lib/customers/store/read-pauses'
import { isTest, isToDo } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import { type LeadCounts, mostToDo, mostWaiting } from '@/lib/leads/lead'
import {
  type LeadNews,
  type LeadNewsQuery,
  mostNew,
  type PausedCustomer,
  rowMark,
} from '@/lib/leads/lead-news'
import { isWholeStatus } from '@/lib/leads/log-filter'
import { leadConditions } from './lead-filter'
import { readRows } from './lead-rows'
import { isOnList } from './list-leads'

/**
 * What has become of a list since it was read: the rows that are not what they were, found by their ids, so that no change
 * needs to be told by whoever makes it; and how many leads would be among them by now.
 */
export async function readNews(
  prisma: PrismaClient,
  environment: EnvironmentId,
  query: LeadNewsQuery,
): Promise<Omit<LeadNews, 'heldUntil'>> {
  const known = new Map(query.rows.map(({ id, mark }) => [id, mark]))
  const ids = [...known.keys()]
  const [rows, newLeads, counts, paused] = await Promise.all([
    ids.length === 0 ? [] : readRows(prisma, environment, Prisma.sql`WHERE lead.id = ANY(${ids}::uuid[])`),
    countNew(prisma, query, ids),
    countLeads(prisma, environment),
    query.list === 'to_do' ? readPausedCustomers(prisma, environment) : null,
  ])
  return { changed: rows.filter((row) => known.get(row.id) !== rowMark(row)), newLeads, counts, paused }
}

/** Of a list that is narrowed by more than a status, so many of the newest are looked through. */
const newestOnly = 5_000

/**
 * How many leads stand in that part of the list without being among its rows. A lead may come to stand anywhere in a list of
 * a status; in one that is narrowed by more, whose part may reach over years, those are looked for that came since.
 */
async function countNew(
  prisma: PrismaClient,
  { list, upTo, rows: _, above, below, ...filter }: LeadNewsQuery,
  ids: string[],
): Promise<number> {
  const { exact } = await leadConditions(prisma, filter)
  const isWide = !isWholeStatus(filter)
  // Those that came since stand above all parts, and are counted with the first.
  if (isWide && above) return 0
  const from = isWide ? upTo : below
  const isIn = Prisma.join(
    [
      from
        ? Prisma.sql`(lead.received_at >= ${from.receivedAt}::timestamptz
            AND (lead.received_at, lead.id) > (${from.receivedAt}::timestamptz, ${from.id}::uuid))`
        : Prisma.sql`TRUE`,
      above
        ? Prisma.sql`(lead.received_at <= ${above.receivedAt}::timestamptz
            AND (lead.received_at, lead.id) < (${above.receivedAt}::timestamptz, ${above.id}::uuid))`
        : Prisma.sql`TRUE`,
    ],
    ' AND ',
  )
  const order = Prisma.sql`ORDER BY lead.received_at DESC, lead.id DESC`
  const among = isWide
    ? Prisma.sql`(SELECT * FROM lead WHERE ${isIn} ${order} LIMIT ${newestOnly}::int) lead`
    : Prisma.sql`lead`
  const [found] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM ${among}
      WHERE ${exact} AND ${isOnList(list)} AND ${isIn} AND NOT lead.id = ANY(${ids}::uuid[])
      ${order} LIMIT ${mostNew}::int) few`
  return found?.count ?? 0
}

/**
 * How many leads there are, by indexes alone and by what was counted as they moved (lib/metrics); all of it in some ms. No index of
 * those that are counted knows where a lead was born: leads of test keys, which have their own, are counted with them and taken off.
 */
export async function countLeads(prisma: PrismaClient, environment: EnvironmentId): Promise<LeadCounts> {
  const order = Prisma.sql`ORDER BY received_at DESC, id DESC`
  const [counts] = await prisma.$queryRaw<(LeadCounts & { moved: number })[]>`
    WITH test AS MATERIALIZED (
      SELECT (SELECT count(*)::int FROM lead WHERE ${isTest} AND ${isToDo}) AS to_do,
        (SELECT count(*)::int FROM lead WHERE ${isTest} AND status = 'pending') AS pending)
    SELECT
      (SELECT count(*)::int FROM (
        SELECT FROM lead WHERE ${isToDo} ${order} LIMIT ${mostToDo}::int + (SELECT to_do FROM test)) l)
        - (SELECT to_do FROM test) AS "toDo",
      (SELECT count(*)::int FROM customer_pause p WHERE p.environment = ${environment}) AS "pausedCustomers",
      (SELECT count(*)::int FROM (
        SELECT FROM lead WHERE status = 'pending' ${order} LIMIT ${mostWaiting}::int + (SELECT pending FROM test)) l)
        - (SELECT pending FROM test) AS pending,
      EXISTS (SELECT FROM lead WHERE ${isTest}) AS tests,
      (SELECT coalesce(sum(leads), 0)::float8 FROM lead_tally) AS moved`
  const { moved = 0, toDo = 0, pausedCustomers = 0, pending = 0, tests = false } = counts ?? {}
  return { toDo, pausedCustomers, pending, all: moved + pending, tests }
}

const mostPaused = 100

/** Customers whose leads wait for a person, those first that have waited longest. */
export async function readPausedCustomers(
  prisma: PrismaClient,
  environment: EnvironmentId,
): Promise<PausedCustomer[]> {
  const paused = await readPauses(prisma, environment, { most: mostPaused })
  return paused.map(({ customer, pause: { reason, since, waiting } }) => ({
    ...customer,
    ...{ reason, since, waiting },
  }))
}
