import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { waitingStepRequestSchema } from '@/lib/sending/waiting-lead'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const asked = parseInput(waitingStepRequestSchema, value)
  return Response.json(await server().sending.step(asked, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
