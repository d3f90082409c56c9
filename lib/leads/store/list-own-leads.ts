import { nextAttemptAt } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadPosition } from '@/lib/leads/lead-view'
import type { OwnLeadsPage, OwnLeadsQuery } from '@/lib/leads/own-leads'
import type { SenderLead } from '@/lib/leads/write-lead-answer'
import { obstacle } from './lead-rows'

/**
 * So many of a sender's leads are looked through for a page: some 30 ms. Who asks for what few of them are gets short pages, and
 * the next one is asked for in turn; nobody's question walks through a million leads.
 */
const mostLookedThrough = 20_000

type Row = Omit<SenderLead, 'receivedAt' | 'deliveredAt' | 'nextAttemptAt'> & {
  receivedAt: Date
  deliveredAt: Date | null
  nextAttemptAt: Date | null
}

/**
 * A page of what an actor has handed in, newest first, by the index `lead_of_sender`; by `lead_reference` where one is asked for.
 * Paged by key on (received_at, id): what comes meanwhile is before the first page, and what is settled stays in its place.
 */
export async function listOwnLeads(
  prisma: PrismaClient,
  environment: EnvironmentId,
  actor: string,
  query: OwnLeadsQuery,
  window = mostLookedThrough,
): Promise<OwnLeadsPage> {
  const { cursor, since, until, reference, limit } = query
  const walked = Prisma.join(
    [
      Prisma.sql`lead.actor = ${actor}`,
      ...(reference === null ? [] : [Prisma.sql`lead.reference = ${reference}`]),
      ...(since ? [Prisma.sql`lead.received_at >= ${since}`] : []),
      ...(until ? [Prisma.sql`lead.received_at < ${until}`] : []),
      ...(cursor ? [isAfter(cursor)] : []),
    ],
    ' AND ',
  )
  const others = otherConditions(query)
  const end = others.length === 0 ? null : await endOfWindow(prisma, walked, window)
  const conditions = Prisma.join([walked, ...others, ...(end ? [isUpTo(end)] : [])], ' AND ')
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT lead.id::text, lead.reference, lead.status::text, lead.last_word AS "lastWord", lead.environment,
      ${obstacle(environment)} AS obstacle, lead.vitec_customer_id AS "vitecCustomerId",
      lead.vitec_source_id AS "vitecSourceId", lead.vitec_lead_id AS "vitecLeadId", lead.received_at AS "receivedAt",
      lead.delivered_at AS "deliveredAt", ${nextAttemptAt} AS "nextAttemptAt", lead.attempt_count AS "attemptCount",
      lead.replaced_by_id::text AS "replacedById"
    FROM lead WHERE ${conditions} ORDER BY lead.received_at DESC, lead.id DESC LIMIT ${limit + 1}::int`
  const leads = rows.slice(0, limit).map(toSenderLead)
  const lastOne = rows.length > limit ? leads.at(-1) : undefined
  return { leads, next: lastOne ? { receivedAt: lastOne.receivedAt, id: lastOne.id } : end }
}

/** What no index has in the order of the list. */
const otherConditions = ({ status, customer_id: customerId }: OwnLeadsQuery): Prisma.Sql[] => [
  ...(status === null ? [] : [Prisma.sql`lead.status = ANY(${status}::lead_status[])`]),
  ...(customerId === null ? [] : [Prisma.sql`lead.vitec_customer_id = ${customerId}`]),
]

/** The last lead that is looked through; `null` where that is all of them. Read before the page, which then has none beyond. */
async function endOfWindow(
  prisma: PrismaClient,
  walked: Prisma.Sql,
  window: number,
): Promise<LeadPosition | null> {
  const [end] = await prisma.$queryRaw<{ receivedAt: Date; id: string }[]>`
    SELECT lead.received_at AS "receivedAt", lead.id::text FROM lead WHERE ${walked}
    ORDER BY lead.received_at DESC, lead.id DESC OFFSET ${window - 1}::int LIMIT 1`
  return end ? { receivedAt: end.receivedAt.toISOString(), id: end.id } : null
}

/** The plain bound beside the row comparison is what lets PostgreSQL walk the index from there. */
const isAfter = ({
  receivedAt,
  id,
}: LeadPosition) => Prisma.sql`(lead.received_at <= ${receivedAt}::timestamptz
  AND (lead.received_at, lead.id) < (${receivedAt}::timestamptz, ${id}::uuid))`
const isUpTo = ({
  receivedAt,
  id,
}: LeadPosition) => Prisma.sql`(lead.received_at >= ${receivedAt}::timestamptz
  AND (lead.received_at, lead.id) >= (${receivedAt}::timestamptz, ${id}::uuid))`

const toSenderLead = ({ receivedAt, deliveredAt, nextAttemptAt: nextAt, ...row }: Row): SenderLead => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  deliveredAt: deliveredAt?.toISOString() ?? null,
  nextAttemptAt: nextAt?.toISOString() ?? null,
})
