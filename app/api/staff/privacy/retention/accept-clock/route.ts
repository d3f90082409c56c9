import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { clockAcceptanceSchema } from '@/lib/privacy/retention-run'
import { server } from '@/lib/server'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const { now } = parseInput(clockAcceptanceSchema, value)
  const { retention } = server()
  await retention.acceptClock(new Date(now), requesterOf(request, identity))
  return Response.json(await retention.report())
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
