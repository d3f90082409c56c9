import { rotationSchema } from '@/lib/api-keys/api-key'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ apiKeyId: string }>('administer', async (request, { params, identity }) => {
  const { value } = await readJson(request)
  const rotation = parseInput(rotationSchema, value)
  const id = rowId(params.apiKeyId)
  return Response.json(await server().apiKeys.rotate(id, rotation, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
