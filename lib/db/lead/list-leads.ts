import type { LeadChannel, LeadStatus, PropertySubType } from '@/lib/lead/lead'
import { readCursor, writeCursor } from '@/lib/lead/lead-cursor'
import type { LeadListQuery, LeadPage, LeadRow } from '@/lib/lead/lead-view'
import { Prisma, type PrismaClient } from '../generated/client'
import { leadFilter } from './lead-filter'

const pageSize = 50

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
 * A page of the log, newest first, paged by key on (received_at, id). The plain bound on received_at beside the
 * row comparison is what lets PostgreSQL walk the index from there.
 */
export async function listLeads(prisma: PrismaClient, query: LeadListQuery): Promise<LeadPage> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT lead.id::text, lead.received_at AS "receivedAt", lead.channel::text, lead.status::text,
      lead.vitec_customer_id AS "vitecCustomerId", lead.vitec_source_id AS "vitecSourceId",
      lead.first_name AS "firstName", lead.last_name AS "lastName", lead.email, lead.phone,
      lead.address, lead.zip_code AS "zipCode", lead.city,
      lead.property_sub_type::text AS "propertySubType", lead.valuation,
      lead.vitec_lead_id AS "vitecLeadId", lead.next_attempt_at AS "nextAttemptAt",
      lead.anonymised_at AS "anonymisedAt",
      customer.name AS "customerName", lead_source.name AS "leadSourceName",
      delivery_pause.since IS NOT NULL AS "customerPaused"
    FROM lead
    LEFT JOIN customer ON customer.vitec_id = lead.vitec_customer_id
    LEFT JOIN lead_source ON lead_source.customer_id = customer.id AND lead_source.vitec_id = lead.vitec_source_id
    LEFT JOIN delivery_pause ON delivery_pause.vitec_customer_id = lead.vitec_customer_id
    WHERE ${conditions(query)}
    ORDER BY lead.received_at DESC, lead.id DESC
    LIMIT ${pageSize + 1}`
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)
  return { leads: page.map(toLeadRow), next: rows.length > pageSize && last ? writeCursor(last) : null }
}

function conditions({ cursor, ...filter }: LeadListQuery): Prisma.Sql {
  const after = readCursor(cursor)
  if (!after) return leadFilter(filter)
  return Prisma.sql`${leadFilter(filter)}
    AND lead.received_at <= ${after.receivedAt}
    AND (lead.received_at, lead.id) < (${after.receivedAt}, ${after.id}::uuid)`
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
