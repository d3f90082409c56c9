import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { rotationSchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route<{ apiKeyId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const rotation = parseInput(rotationSchema, value)
  const id = rowId(params.apiKeyId)
  return Response.json(await server().apiKeys.rotate(id, rotation, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
