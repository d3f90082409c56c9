import type { LeadToSend } from '@/lib/delivery/delivery-store'
import { fromColumns, type LeadColumns, leadColumns, sqlName } from '../lead/lead-columns'
import type { Database } from '../open-database'

type Columns = LeadColumns & { message: string; customerId: string | null; sealed: string | null }
/** What {@link sentColumns} selects: nothing at all where the lead is not there. */
export type SentRow = Columns | Record<keyof Columns, null>

const columns = Object.keys(leadColumns).map((column) => {
  // As a moment: a day alone would be read in the time zone of this machine.
  const value =
    column === 'valuationDate' ? `l.valuation_date::timestamp AT TIME ZONE 'UTC'` : `l.${sqlName(column)}`
  return `${value} AS "${column}"`
})

/** Of a lead `l`, with {@link joinedAccount}: what is sent of it, and with which account. */
export const sentColumns = `${columns}, l.message, account.customer_id::text AS "customerId", account.sealed`
export const joinedAccount = `LEFT JOIN (customer c JOIN vitec_account account ON account.customer_id = c.id)
  ON c.vitec_id = l.vitec_customer_id`

const text = `SELECT ${sentColumns} FROM lead l ${joinedAccount} WHERE l.id = $1`

/** A lead as it is sent, with its customer's account. */
export async function readLead({ pool }: Pick<Database, 'pool'>, leadId: string): Promise<LeadToSend | null> {
  const { rows } = await pool.query<SentRow>({ name: 'read-lead', text, values: [leadId] })
  return rows[0] ? leadToSend(rows[0]) : null
}

/** A row of {@link SentRow}, or `null` where the lead was not there. */
export function leadToSend({ message, customerId, sealed, ...lead }: SentRow): LeadToSend | null {
  if (message === null || lead.vitecCustomerId === null) return null
  const account = customerId === null || sealed === null ? null : { customerId, sealed }
  return { lead: fromColumns(lead), message, account }
}
