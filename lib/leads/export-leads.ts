import { setImmediate } from 'node:timers/promises'
import type { Requester } from '@/lib/audit/audit-event'
import { writtenTime } from '@/lib/time/written-time'
import { dialledInSweden } from './dialled-number'
import { csvFileName, type ExportedLead, type LeadReader } from './lead-view'
import type { LeadFilter } from './log-filter'

type Words = {
  columns: Record<keyof typeof columns, string>
  status: Record<ExportedLead['status'], string>
  channel: Record<ExportedLead['channel'], string>
  propertySubType: Record<ExportedLead['propertySubType'], string>
}
type Column = keyof typeof columns
type Cell = string | number | null

const columns = {
  receivedAt: ({ receivedAt }) => writtenSecond(receivedAt),
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
  // Behind what there was: sheets that people have made count columns.
  reference: ({ reference }) => reference,
  test: ({ test }) => test,
} as const satisfies Record<
  string,
  (lead: ExportedLead, words: Pick<Words, 'status' | 'channel' | 'propertySubType'>) => Cell
>

/**
 * The leads of a filter as a file, recorded under the id of the request before it is handed out.
 * @throws what the first page throws: it is answered as an error then
 */
export async function exportLeads(
  { exported, recordExport }: Pick<LeadReader, 'exported' | 'recordExport'>,
  filter: LeadFilter,
  words: Words,
  { requestId, requester }: { requestId: string; requester: Requester },
): Promise<Response> {
  const body = await textStream(leadCsv(exported(filter), words, filter))
  await recordExport(filter, requestId, requester)
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${csvFileName()}"`,
  }
  return new Response(body, { headers })
}

// The type of Object.keys forgets which keys there are.
const allColumns = Object.keys(columns) as Column[]

/** Which are of test keys stands in a file that may have them, and in no other. */
const columnsFor = ({ tests }: Pick<LeadFilter, 'tests'>): Column[] =>
  allColumns.filter((name) => name !== 'test' || tests !== null)

const hourLength = 'YYYY-MM-DDTHH'.length
let lastHour = { iso: '', written: '' }

/** A time in Sweden with its seconds. An hour is whole in both, and leads come in order: each is looked up once. */
function writtenSecond(iso: string): string {
  const hour = iso.slice(0, hourLength)
  if (hour !== lastHour.iso)
    lastHour = { iso: hour, written: writtenTime(`${hour}:00:00Z`, 'second').slice(0, hourLength) }
  return lastHour.written + iso.slice(hourLength, hourLength + ':MM:SS'.length)
}

const byteOrderMark = '\uFEFF'

/**
 * A line as Excel opens it by a double click where Swedish is spoken: semicolons between, texts in quotes, nothing for
 * what is not there (RFC 4180 but for the separator). By hand, because a library took a third of a file's time.
 */
const line = (cells: Cell[]) => `${cells.map(written).join(';')}\r\n`

function written(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`
}

/** Lines made in one go: some 10 ms, after which others have their turn. */
const atOnce = 500

/**
 * Leads as CSV, in chunks of some hundred lines: times in Sweden, valuations in SEK. What people wrote cannot become a formula
 * in a spreadsheet (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export async function* leadCsv(
  pages: AsyncIterable<ExportedLead[]>,
  words: Words,
  filter: Pick<LeadFilter, 'tests'>,
): AsyncGenerator<string> {
  const names = columnsFor(filter)
  let heading = byteOrderMark + line(names.map((name) => words.columns[name]))
  for await (const leads of pages) {
    for (let from = 0; from < leads.length; from += atOnce) {
      const some = leads.slice(from, from + atOnce)
      const lines = some.map((lead) => line(names.map((name) => tame(columns[name](lead, words)))))
      yield heading + lines.join('')
      heading = ''
      await setImmediate()
    }
  }
  if (heading !== '') yield heading
}

const tame = (cell: Cell) => (typeof cell === 'string' ? withoutFormulas(cell) : cell)

/** Where a cell begins, also for a spreadsheet that splits at another separator than ours, and what makes it a formula. */
const formula = /(^|[;,\t\r\n])(["\s]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g

/** What most texts are without: then nothing in them can begin a formula, and to look that up is quicker than to mend them. */
const suspect = /^["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[;,\t\r\n]/

/** A text of which no spreadsheet makes a formula: an apostrophe stands before whatever would begin one. */
const withoutFormulas = (text: string) => (suspect.test(text) ? text.replace(formula, "$1$2'") : text)

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
