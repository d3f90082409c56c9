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

type Place = { id: string; receivedAt: Date }
type Row = Omit<ExportedLead, 'receivedAt' | 'valuation'> & { receivedAt: Date; valuation: string }

/**
 * All leads of a filter for a file, newest first, page by page as they are asked for. What the filter means (its days,
 * the spelling) is settled once; what comes meanwhile is newer than the first page, and is not among them. No transaction
 * stays open while somebody's line is slow. Past Prisma, which takes longer over the rows than the database does.
 */
export async function* readExported(
  { prisma, pool }: { prisma: PrismaClient; pool: Pick<Pool, 'query'> },
  filter: LeadFilter,
  pages = usualPages,
): AsyncGenerator<ExportedLead[]> {
  const condition = await shownLeads(prisma, filter)
  let last: Place | undefined
  do {
    const { text, values } = placesAfter(condition, last, pages.ids)
    const { rows: places } = await pool.query<Place>(text, values)
    for (let from = 0; from < places.length; from += pages.leads) {
      const ids = places.slice(from, from + pages.leads).map(({ id }) => id)
      const { rows } = await pool.query<Row>(leadsByIds, [ids])
      if (rows.length > 0) yield rows.map(toExported)
    }
    last = places.length < pages.ids ? undefined : places.at(-1)
  } while (last)
}

/** As the log is paged; see `list-leads.ts`. */
function placesAfter(condition: Prisma.Sql, last: Place | undefined, most: number): Prisma.Sql {
  const isAfter = last
    ? Prisma.sql`lead.received_at <= ${last.receivedAt}
        AND (lead.received_at, lead.id) < (${last.receivedAt}, ${last.id}::uuid)`
    : Prisma.sql`TRUE`
  return Prisma.sql`
    SELECT lead.id::text, lead.received_at AS "receivedAt" FROM lead WHERE ${condition} AND ${isAfter}
    ORDER BY lead.received_at DESC, lead.id DESC LIMIT ${most}::int`
}

const leadsByIds = `
  SELECT lead.id::text, lead.received_at AS "receivedAt", lead.channel::text, lead.status::text,
    lead.vitec_customer_id AS "vitecCustomerId", lead.vitec_source_id AS "vitecSourceId",
    lead.first_name AS "firstName", lead.last_name AS "lastName", lead.email, lead.phone, lead.address,
    lead.zip_code AS "zipCode", lead.city, lead.property_sub_type::text AS "propertySubType", lead.valuation,
    lead.reference, lead.vitec_lead_id AS "vitecLeadId", customer.name AS "customerName", lead_source.name AS "leadSourceName"
  FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, place)
  JOIN lead ON lead.id = asked.id
  LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
  LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
  ORDER BY asked.place`

const toExported = ({ receivedAt, valuation, ...row }: Row): ExportedLead => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  valuation: Number(valuation),
})
