import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { clockAcceptanceSchema } from '@/lib/privacy/retention-run'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const { now } = parseInput(clockAcceptanceSchema, value)
  const { retention } = server()
  await retention.acceptClock(new Date(now), requesterOf(request, identity))
  return Response.json(await retention.report())
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
