import { z } from 'zod'
import { actorNames } from '@/lib/audit/store/list-events'
import { hasPerson, isNoTest, isTest } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { testing } from '@/lib/environments/environment'
import type { LeadHistory, OtherLead } from '@/lib/leads/lead-history'
import { idText } from '@/lib/leads/search/search-text'
import { readNotes } from './keep-notes'

/** Of each kind of entry: a lead that was sent again by hand all day still has a record that opens. */
const most = 200
const mostOthers = 50

type Lead = {
  receivedAt: Date
  deliveredAt: Date | null
  settledFrom: string | null
  setAsideAt: Date | null
  replacesId: string | null
  replacedById: string | null
  environment: string | null
  vitecCustomerId: string
  status: string
  phone: string
  email: string
}

const columns = {
  receivedAt: true,
  deliveredAt: true,
  settledFrom: true,
  setAsideAt: true,
  replacesId: true,
  replacedById: true,
  environment: true,
  vitecCustomerId: true,
  status: true,
  phone: true,
  email: true,
} as const satisfies Prisma.LeadSelect

/** What has happened around a lead besides its attempts; `null` where there is none. @param reader an actor's id */
export async function readLeadHistory(
  prisma: PrismaClient,
  id: string,
  reader: string,
): Promise<LeadHistory | null> {
  if (!z.uuid().safeParse(id).success) return null
  const lead = await prisma.lead.findUnique({ where: { id }, select: columns })
  if (!lead) return null
  const [acts, bulkSends, pauses, notes, replaces, replacedBy, others] = await Promise.all([
    readActs(prisma, id),
    readBulkSends(prisma, id),
    readPauses(prisma, id, lead),
    readNotes(prisma, id, reader),
    readReplacement(prisma, lead.replacesId),
    readReplacement(prisma, lead.replacedById),
    findOthers(prisma, id, lead),
  ])
  return {
    ...{ acts, bulkSends, pauses, notes, replaces, replacedBy, others },
    setAsideAt: lead.setAsideAt?.toISOString() ?? null,
    settledAt: (lead.settledFrom !== null && lead.deliveredAt?.toISOString()) || null,
  }
}

type Dated<T> = Omit<T, 'at'> & { at: Date }
const dated = <T extends { at: Date }>(row: T) => ({ ...row, at: row.at.toISOString() })

async function readActs(prisma: PrismaClient, id: string): Promise<LeadHistory['acts']> {
  const rows = await prisma.$queryRaw<Dated<LeadHistory['acts'][number]>[]>`
    SELECT e.at, e.verb, e.actor AS "by", named.name AS "byName"
    FROM (SELECT * FROM audit_event WHERE subject = ${`lead:${id}`} ORDER BY at DESC, id DESC LIMIT ${most}) e
    LEFT JOIN (${actorNames}) named ON named.actor = e.actor
    ORDER BY e.at, e.id`
  return rows.map(dated)
}

async function readBulkSends(prisma: PrismaClient, id: string): Promise<LeadHistory['bulkSends']> {
  const rows = await prisma.$queryRaw<Dated<LeadHistory['bulkSends'][number]>[]>`
    SELECT coalesce(i.settled_at, b.created_at) AS at, e.actor AS "by", named.name AS "byName",
      i.state = 'taken' AS "isSent"
    FROM bulk_send_item i JOIN bulk_send b ON b.id = i.bulk_send_id
    LEFT JOIN audit_event e ON e.subject = 'bulk-send:' || b.id AND e.verb = 'bulk-send.begin'
    LEFT JOIN (${actorNames}) named ON named.actor = e.actor
    WHERE i.lead_id = ${id}::uuid AND i.state IN ('open', 'taken')
    ORDER BY 1 LIMIT ${most}`
  return rows.map(dated)
}

/**
 * The pauses of a lead's customer while the lead waited for anything: the one that is, and those before that operators
 * were told of. From its arrival until it was settled, or its last attempt ended.
 */
async function readPauses(prisma: PrismaClient, id: string, lead: Lead): Promise<LeadHistory['pauses']> {
  const rows = await prisma.$queryRaw<{ since: Date; until: Date | null; reason: string | null }[]>`
    WITH span AS (SELECT CASE WHEN ${lead.status} <> 'pending' THEN coalesce(${lead.deliveredAt}::timestamptz,
        (SELECT max(a.ended_at) FROM delivery_attempt a WHERE a.lead_id = ${id}::uuid), ${lead.receivedAt}::timestamptz)
      END AS ended)
    SELECT p.since, NULL::timestamptz AS until, nullif(p.reason, '') AS reason FROM customer_pause p, span
    WHERE p.environment = ${lead.environment} AND p.vitec_customer_id = ${lead.vitecCustomerId}
      AND (span.ended IS NULL OR p.since <= span.ended)
    UNION ALL
    SELECT a.since, a.ended_at, a.figures->>'reason' FROM alert a JOIN customer c ON c.id::text = a.subject, span
    WHERE a.kind = 'customer_paused' AND ${lead.environment}::text IS DISTINCT FROM 'test' AND c.vitec_id = ${lead.vitecCustomerId} AND a.ended_at > ${lead.receivedAt}::timestamptz
      AND (span.ended IS NULL OR a.since <= span.ended)
    ORDER BY 1 LIMIT ${most}`
  return rows.map(({ since, until, reason }) => ({
    ...{ since: since.toISOString(), until: until?.toISOString() ?? null },
    reason,
  }))
}

async function readReplacement(prisma: PrismaClient, id: string | null): Promise<LeadHistory['replaces']> {
  if (id === null) return null
  const found = await prisma.lead.findUnique({ where: { id }, select: { receivedAt: true } })
  return found && { id, receivedAt: found.receivedAt.toISOString() }
}

type OtherRow = Omit<OtherLead, 'receivedAt'> & { receivedAt: Date }

/**
 * Other leads with the same phone or e-mail, newest first; of a test key's lead those of test keys, of any other no such. The index that searches use finds them, before anything is put
 * in order: else the planner may walk all leads by their time. An address stands as it is in the older form of that text.
 */
async function findOthers(
  prisma: PrismaClient,
  id: string,
  { phone, email, environment }: Lead,
): Promise<LeadHistory['others']> {
  const likely = [phone.replace('+', ''), idText(email, false).trim(), email.toLowerCase()].filter(
    (text) => text !== '',
  )
  if (likely.length === 0) return { leads: [], hasMore: false }
  const isLikely = Prisma.join(
    likely.map((text) => Prisma.sql`search_text LIKE ${`%${text}%`}`),
    ' OR ',
  )
  const rows = await prisma.$queryRaw<OtherRow[]>`
    WITH found AS MATERIALIZED (
      SELECT id, received_at, status, vitec_customer_id, phone, email, environment FROM lead
      WHERE (${isLikely}) AND ${hasPerson} AND ${environment === testing ? isTest : isNoTest})
    SELECT found.id::text, found.received_at AS "receivedAt", found.status::text,
      found.vitec_customer_id AS "vitecCustomerId", customer.name AS "customerName", found.environment
    FROM found LEFT JOIN customer ON customer.vitec_id = found.vitec_customer_id
    WHERE found.id <> ${id}::uuid AND (found.phone = ${phone} OR lower(found.email) = lower(${email}))
    ORDER BY found.received_at DESC, found.id DESC LIMIT ${mostOthers + 1}`
  const leads = rows.slice(0, mostOthers).map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }))
  return { leads, hasMore: rows.length > mostOthers }
}
