import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { waitingStepRequestSchema } from '@/lib/sending/waiting-lead'
import { server } from '@/lib/server'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const asked = parseInput(waitingStepRequestSchema, value)
  return Response.json(await server().sending.step(asked, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
