import { isMadeUp } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import { type leadColumns, sqlName } from '@/lib/leads/store/add-lead'
import { forgetSearchWords } from '@/lib/leads/store/make-searchable'

/** What was removed, in rows. */
type Anonymised = {
  leads: number
  cancelled: number
  attempts: number
  keptAnswers: number
  sandboxEntries: number
}

const kept = Symbol('kept')
const absent = Prisma.sql`NULL`
const blank = Prisma.sql`''`

/** What stays of each field of a lead. The ids are looked at one by one, and the kind of property is what is counted by. */
export const afterErasure: Record<keyof typeof leadColumns, Prisma.Sql | typeof kept> = {
  reference: absent,
  vitecCustomerId: kept,
  vitecSourceId: kept,
  firstName: blank,
  lastName: blank,
  email: blank,
  phone: blank,
  address: blank,
  zipCode: absent,
  city: absent,
  qualification: absent,
  customField: absent,
  valuation: Prisma.sql`0`,
  propertySubType: kept,
  livingArea: absent,
  rooms: absent,
  secondaryArea: absent,
  lotSizeArea: absent,
  yearBuilt: absent,
  occupantType: absent,
  associationFeeOre: absent,
  valuationDate: Prisma.sql`(received_at AT TIME ZONE 'Europe/Stockholm')::date`,
}

const emptied = Prisma.join(
  Object.entries(afterErasure).flatMap(([column, value]) =>
    value === kept ? [] : [Prisma.sql`${Prisma.raw(sqlName(column))} = ${value}`],
  ),
)

/**
 * Removes everything of their persons from leads that the caller has locked, none of which is under way. Those that
 * wait are cancelled. What stays is counted by, and says nothing of anybody: times, channel, actor, the kind of
 * property, status and outcomes, and customer and lead source where they are on our own list.
 */
export async function anonymiseLeads(
  transaction: Prisma.TransactionClient,
  leadIds: string[],
  now: Date,
): Promise<Anonymised> {
  const ids = Prisma.sql`SELECT unnest(${leadIds}::uuid[])`
  const sandboxEntries = await removeFromSandbox(transaction, ids)
  await forgetSearchWords(transaction, leadIds)
  await transaction.$executeRaw`DELETE FROM lead_match WHERE lead_id IN (${ids})`
  await transaction.$executeRaw`DELETE FROM lead_note WHERE lead_id IN (${ids})`
  const keptAnswers = await transaction.$executeRaw`DELETE FROM idempotency_record WHERE lead_id IN (${ids})`
  const attempts = await transaction.$executeRaw`
    UPDATE delivery_attempt SET request_url = '', request_body = '', answer = NULL WHERE lead_id IN (${ids})`
  const madeUp = await madeUpCustomers(transaction, ids)
  const changed = await transaction.$queryRaw<{ wasPending: boolean; customer: string }[]>`
    WITH before AS (SELECT id, status, vitec_customer_id AS customer FROM lead WHERE id IN (${ids}))
    UPDATE lead SET
      status = CASE WHEN lead.status = 'pending' THEN 'cancelled' ELSE lead.status END,
      next_attempt_at = NULL, vitec_lead_id = NULL, last_word = NULL,
      vitec_customer_id = CASE WHEN ${isKnownCustomer(madeUp)} THEN vitec_customer_id ELSE '' END,
      vitec_source_id = CASE WHEN ${isKnownSource} THEN vitec_source_id ELSE '' END,
      ${emptied},
      message = '', body = '', warnings = '[]', search_text = '',
      anonymised_at = ${now}
    FROM before WHERE lead.id = before.id
    RETURNING before.status = 'pending' AS "wasPending", before.customer`
  await forgetCustomers(transaction, madeUp)
  await forgetUnlisted(transaction, [...new Set(changed.map(({ customer }) => customer))])
  const cancelled = changed.filter(({ wasPending }) => wasPending).length
  return { leads: changed.length, cancelled, attempts, keptAnswers, sandboxEntries }
}

/** An id that a caller made up may be anything, a name too. */
const isKnownCustomer = (madeUp: string[]) => Prisma.sql`(
  EXISTS (SELECT FROM customer c WHERE c.vitec_id = lead.vitec_customer_id)
  AND lead.vitec_customer_id <> ALL(${madeUp}))`
const isKnownSource = Prisma.sql`EXISTS (
  SELECT FROM lead_source s JOIN customer c ON c.id = s.customer_id
  WHERE c.vitec_id = lead.vitec_customer_id AND s.vitec_id = lead.vitec_source_id)`

/** The entries that our attempts made: by the id we were told, or, where no answer came, by what was sent. */
function removeFromSandbox(transaction: Prisma.TransactionClient, ids: Prisma.Sql): Promise<number> {
  return transaction.$executeRaw`DELETE FROM sandbox_lead WHERE id IN (${sandboxEntriesOf(ids)})`
}

/**
 * The ids of the stand-in's entries that came from leads, as a query: each lead is looked for by what is equal, so that thousands
 * of one customer are not held against each other.
 */
export function sandboxEntriesOf(ids: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT id, vitec_customer_id, vitec_lead_id FROM lead WHERE id IN (${ids})),
    sent AS MATERIALIZED (
      SELECT l.vitec_customer_id, a.request_body::jsonb AS person_lead
      FROM asked l JOIN delivery_attempt a ON a.lead_id = l.id AND a.request_body <> '')
    SELECT s.id FROM asked l JOIN sandbox_lead s ON s.id = l.vitec_lead_id AND s.customer_id = l.vitec_customer_id
    UNION SELECT s.id FROM sent JOIN sandbox_lead s
      ON s.person_lead = sent.person_lead AND s.customer_id = sent.vitec_customer_id`
}

/** Which customers of leads a caller may have made up. */
async function madeUpCustomers(
  transaction: Prisma.TransactionClient,
  leadIds: Prisma.Sql,
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ vitecId: string }[]>`
    SELECT c.vitec_id AS "vitecId" FROM customer c
    WHERE c.vitec_id IN (SELECT vitec_customer_id FROM lead WHERE id IN (${leadIds})) AND ${isMadeUp}`
  return rows.map(({ vitecId }) => vitecId)
}

/** Takes those off the list, and their pauses, that have no leads any more. */
async function forgetCustomers(transaction: Prisma.TransactionClient, vitecIds: string[]): Promise<void> {
  if (vitecIds.length === 0) return
  await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM customer c WHERE c.vitec_id = ANY(${vitecIds})
        AND NOT EXISTS (
          SELECT FROM lead l WHERE l.vitec_customer_id = c.vitec_id AND l.environment IS DISTINCT FROM 'test')
      RETURNING vitec_id)
    DELETE FROM customer_pause p USING gone WHERE p.vitec_customer_id = gone.vitec_id`
}

/**
 * Forgets how customers stood that are not on our list and have no leads any more: their ids may be anything. One that only
 * test keys have met is never on it, and is paused all the same.
 */
async function forgetUnlisted(transaction: Prisma.TransactionClient, vitecIds: string[]): Promise<void> {
  for (const table of ['customer_pause', 'customer_trouble'])
    await transaction.$executeRaw`
      DELETE FROM ${Prisma.raw(table)} s WHERE s.vitec_customer_id = ANY(${vitecIds})
        AND NOT EXISTS (SELECT FROM customer c WHERE c.vitec_id = s.vitec_customer_id)
        AND NOT EXISTS (SELECT FROM lead l
          WHERE l.vitec_customer_id = s.vitec_customer_id AND l.environment = s.environment)`
}

/**
 * Links to a filter may hold a person's words, and none can be read without the link itself: all of them go. They are of
 * the last day, and are made anew by one press.
 */
export function forgetLinks(transaction: Prisma.TransactionClient): Promise<number> {
  return transaction.$executeRaw`DELETE FROM view_link`
}
