import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { apiKeyChangeSchema } from '@/lib/api-keys/api-key'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

export const PATCH = route<{ apiKeyId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const change = parseInput(apiKeyChangeSchema, value)
  const id = rowId(params.apiKeyId)
  return Response.json(await server().apiKeys.change(id, change, requesterOf(request, identity)))
})

export const { GET, POST, PUT, DELETE, OPTIONS } = others('PATCH')
