import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { messages, requestLanguage } from '@/lib/i18n/get-words'
import { allLeads, leadCsv, textStream } from '@/lib/leads/export-leads'
import { csvFileName, leadFilterSchema } from '@/lib/leads/lead-view'
import { parseInput } from '@/lib/validation/parse-input'

/** What the log is narrowed to, as a file. Recorded before it is handed out, under the id of the request. */
export const POST = route('administer', async (request, { identity, requestId }) => {
  const { value } = await readJson(request)
  const filter = parseInput(leadFilterSchema, value)
  const { leads } = server()
  const { leadExport, ...words } = messages[await requestLanguage()]
  const csv = leadCsv(allLeads(leads.list, filter), { ...words, columns: leadExport.columns })
  const body = await textStream(csv)
  await leads.recordExport(filter, requestId, requesterOf(request, identity))
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${csvFileName()}"`,
    },
  })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
