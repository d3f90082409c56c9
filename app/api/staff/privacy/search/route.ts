import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { personSearchSchema } from '@/lib/privacy/person-search'
import { parseInput } from '@/lib/validation/parse-input'

/** A POST, because what is searched for is a person, and an address is logged and kept. */
export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const { search } = parseInput(personSearchSchema, value)
  return Response.json(await server().privacy.find(search, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
