import type { LeadToSend } from '@/lib/delivery/delivery-store'
import { fromColumns, type LeadColumns, leadColumns, sqlName } from '../lead/lead-columns'
import type { Database } from '../open-database'

type Row = LeadColumns & { message: string; customerId: string | null; sealed: string | null }

const columns = Object.keys(leadColumns).map((column) => {
  // As a moment: a day alone would be read in the time zone of this machine.
  const value =
    column === 'valuationDate' ? `l.valuation_date::timestamp AT TIME ZONE 'UTC'` : `l.${sqlName(column)}`
  return `${value} AS "${column}"`
})
const text = `
  SELECT ${columns}, l.message, a.customer_id::text AS "customerId", a.sealed
  FROM lead l
  LEFT JOIN (customer c JOIN vitec_account a ON a.customer_id = c.id) ON c.vitec_id = l.vitec_customer_id
  WHERE l.id = $1`

/** A lead as it is sent, with its customer's account. */
export async function readLead({ pool }: Pick<Database, 'pool'>, leadId: string): Promise<LeadToSend | null> {
  const { rows } = await pool.query<Row>({ name: 'read-lead', text, values: [leadId] })
  const [row] = rows
  if (!row) return null
  const { message, customerId, sealed, ...lead } = row
  const account = customerId === null || sealed === null ? null : { customerId, sealed }
  return { lead: fromColumns(lead), message, account }
}
