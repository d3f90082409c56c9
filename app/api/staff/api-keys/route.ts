import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { newApiKeySchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

export const GET = route('administer', async () => Response.json(await server().apiKeys.list()))

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const made = await server().apiKeys.make(parseInput(newApiKeySchema, value), requesterOf(request, identity))
  return Response.json(made, { status: 201 })
})

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
