import { stringify } from 'csv-stringify/sync'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Requester } from '@/lib/audit/audit-event'
import { writtenTime } from '@/lib/time/written-time'
import { csvFileName, type LeadFilter, type LeadPage, type LeadReader, type LeadRow } from './lead-view'

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

/**
 * The leads of a filter as a file, recorded under the id of the request before it is handed out.
 * @throws what the first page throws: it is answered as an error then
 */
export async function exportLeads(
  { list, recordExport }: Pick<LeadReader, 'list' | 'recordExport'>,
  filter: LeadFilter,
  words: Words,
  { requestId, requester }: { requestId: string; requester: Requester },
): Promise<Response> {
  const body = await textStream(leadCsv(allLeads(list, filter), words))
  await recordExport(filter, requestId, requester)
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${csvFileName()}"`,
  }
  return new Response(body, { headers })
}

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

/** A number in E.164 as it is dialled in Sweden (`070-123 45 67`, `00 47 …`): a leading plus would look like a formula. */
function dialledInSweden(phone: string): string {
  return parsePhoneNumberFromString(phone)?.format('IDD', { fromCountry: 'SE' }) ?? phone
}

/** Where a cell begins, also for a spreadsheet that splits at another separator than ours, and what makes it a formula. */
const formula = /(^|[;,\t\r\n])(["\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** A text of which no spreadsheet makes a formula: an apostrophe stands before whatever would begin one. */
function withoutFormulas(text: string): string {
  return text.replace(formula, "$1$2'")
}

/** All leads of a filter, newest first, page by page as they are asked for. Those that come meanwhile are not among them. */
export async function* allLeads(list: LeadReader['list'], filter: LeadFilter): AsyncGenerator<LeadRow[]> {
  let cursor: string | null = null
  do {
    const page: LeadPage = await list({ ...filter, cursor })
    yield page.leads
    cursor = page.next
  } while (cursor !== null)
}

/**
 * The body of an answer from text that is made while it is read; a client that goes away ends the making.
 * Resolves with the first piece made, so that what fails at once can still be answered as an error.
 */
async function textStream(pieces: AsyncGenerator<string>): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  let next = await pieces.next()
  return new ReadableStream({
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(next.value))
      next = await pieces.next()
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
