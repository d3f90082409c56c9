import { leadAnswer } from '@/lib/http/lead-answer'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { methodNotAllowed, route } from '@/lib/http/route'
import { leadRequestSchema } from '@/lib/lead/lead-request'
import { stockholmDate } from '@/lib/lead/stockholm-date'
import { server } from '@/lib/server'
import { takeLead } from '@/lib/server/take-lead'

export const POST = route(async (request, { requestId }) => {
  const { bytes, value } = await readJson(request)
  const lead = parseInput(leadRequestSchema(stockholmDate(new Date())), value)
  const wait = !/\brespond-async\b/i.test(request.headers.get('prefer') ?? '')
  const { state, warnings } = await takeLead(server(), { lead, bytes, value, channel: 'api' }, { wait })
  return leadAnswer(state, warnings, requestId)
})

export const GET = methodNotAllowed('POST')
export const PUT = GET
export const PATCH = GET
export const DELETE = GET
