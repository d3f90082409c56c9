import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { chosenLeadsSchema } from '@/lib/privacy/erasure'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const { leadIds } = parseInput(chosenLeadsSchema, value)
  return Response.json(await server().privacy.export(leadIds, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
