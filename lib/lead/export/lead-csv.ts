import { stringify } from 'csv-stringify/sync'
import { writtenTime } from '@/lib/time/written-time'
import type { LeadRow } from '../lead-view'
import { dialledInSweden } from './dialled-in-sweden'
import { withoutFormulas } from './without-formulas'

type Words = {
  columns: Record<keyof typeof columns, string>
  status: Record<LeadRow['status'], string>
  channel: Record<LeadRow['channel'], string>
  propertySubType: Record<LeadRow['propertySubType'], string>
}
type Cell = string | number | null

const columns = {
  receivedAt: ({ receivedAt }) => writtenTime(receivedAt, 'second'),
  status: ({ status }, words) => words.status[status],
  customer: ({ customerName }) => customerName,
  customerId: ({ vitecCustomerId }) => vitecCustomerId,
  leadSource: ({ leadSourceName }) => leadSourceName,
  leadSourceId: ({ vitecSourceId }) => vitecSourceId,
  channel: ({ channel }, words) => words.channel[channel],
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  phone: ({ phone }) => dialledInSweden(phone),
  email: ({ email }) => email,
  address: ({ address }) => address,
  zipCode: ({ zipCode }) => zipCode,
  city: ({ city }) => city,
  propertySubType: ({ propertySubType }, words) => words.propertySubType[propertySubType],
  valuation: ({ valuation }) => valuation,
  vitecLeadId: ({ vitecLeadId }) => vitecLeadId,
  id: ({ id }) => id,
} as const satisfies Record<
  string,
  (lead: LeadRow, words: Pick<Words, 'status' | 'channel' | 'propertySubType'>) => Cell
>

/** As Excel opens it by a double click where Swedish is spoken. */
const options = {
  delimiter: ';',
  record_delimiter: 'windows',
  quoted_string: true,
} as const

/**
 * Leads as CSV, a chunk for each page: times in Sweden, valuations in SEK. What people wrote cannot become a formula
 * in a spreadsheet (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export async function* leadCsv(pages: AsyncIterable<LeadRow[]>, words: Words): AsyncGenerator<string> {
  // The type of Object.keys forgets which keys there are.
  const names = Object.keys(columns) as (keyof typeof columns)[]
  let heading = stringify([names.map((name) => words.columns[name])], { ...options, bom: true })
  for await (const leads of pages) {
    const rows = leads.map((lead) => names.map((name) => tame(columns[name](lead, words))))
    yield heading + stringify(rows, options)
    heading = ''
  }
}

const tame = (cell: Cell) => (typeof cell === 'string' ? withoutFormulas(cell) : cell)
