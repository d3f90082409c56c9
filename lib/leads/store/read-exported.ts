import type { Pool } from 'pg'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { ExportedLead } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { shownLeads } from './record-export'

/**
 * Ids are read so many at a time: from one index, mostly, so that nothing is collected and sorted for each page anew. Of
 * leads so many: some MB, and others are served in between, on the embedded database's one session too.
 */
const usualPages = { ids: 20_000, leads: 2_000 }

type Place = { id: string; receivedAt: string }

/**
 * All leads of a filter for a file, newest first, page by page as they are asked for; the next is read while one is written. What
 * the filter means (its days, the spelling) is settled once; what comes meanwhile is newer than the first page, and is not among
 * them. No transaction stays open while somebody's line is slow. Past Prisma, which takes longer over the rows than the database does.
 */
export async function* readExported(
  { prisma, pool }: { prisma: PrismaClient; pool: Pick<Pool, 'query'> },
  filter: LeadFilter,
  pages = usualPages,
): AsyncGenerator<ExportedLead[]> {
  const condition = await shownLeads(prisma, filter)
  const read = async (ids: string[]) =>
    (await pool.query<ExportedLead>({ ...leadsByIds, values: [ids] })).rows
  let last: Place | undefined
  do {
    const { text, values } = placesAfter(condition, last, pages.ids)
    const { rows: places } = await pool.query<Place>(text, values)
    const ids = places.map(({ id }) => id)
    let next = read(ids.slice(0, pages.leads))
    for (let from = 0; from < ids.length; from += pages.leads) {
      const leads = await next
      next = read(ids.slice(from + pages.leads, from + 2 * pages.leads))
      // It is looked at when its turn comes; a reader who has gone never comes to it.
      next.catch(() => undefined)
      if (leads.length > 0) yield leads
    }
    await next
    last = places.length < pages.ids ? undefined : places.at(-1)
  } while (last)
}

/** As the log is paged; see `list-leads.ts`. */
function placesAfter(condition: Prisma.Sql, last: Place | undefined, most: number): Prisma.Sql {
  const isAfter = last
    ? Prisma.sql`lead.received_at <= ${last.receivedAt}::timestamptz
        AND (lead.received_at, lead.id) < (${last.receivedAt}::timestamptz, ${last.id}::uuid)`
    : Prisma.sql`TRUE`
  return Prisma.sql`
    SELECT lead.id::text, lead.received_at::text AS "receivedAt" FROM lead WHERE ${condition} AND ${isAfter}
    ORDER BY lead.received_at DESC, lead.id DESC LIMIT ${most}::int`
}

const float8 = 701

/** Its rows are leads as they come, with nothing to be made of them: texts as they are, times as ISO 8601. */
const leadsByIds = {
  name: 'exported-leads',
  types: { getTypeParser: (type: number) => (type === float8 ? Number : (text: string) => text) },
  text: `
  SELECT lead.id, to_char(lead.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt",
    lead.channel, lead.status, lead.vitec_customer_id AS "vitecCustomerId", lead.vitec_source_id AS "vitecSourceId",
    lead.first_name AS "firstName", lead.last_name AS "lastName", lead.email, lead.phone, lead.address,
    lead.zip_code AS "zipCode", lead.city, lead.property_sub_type AS "propertySubType", lead.valuation::float8,
    lead.reference, CASE WHEN lead.environment = 'test' THEN 'TEST' END AS test, lead.vitec_lead_id AS "vitecLeadId", customer.name AS "customerName", lead_source.name AS "leadSourceName"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
  JOIN lead ON lead.id = asked.id
  LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
  LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
  ORDER BY asked.place`,
}
