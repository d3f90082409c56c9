import { apiKeyChangeSchema } from '@/lib/api-key/api-key'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const PATCH = route<{ apiKeyId: string }>('administer', async (request, { params }) => {
  const { value } = await readJson(request)
  const change = parseInput(apiKeyChangeSchema, value)
  return Response.json(await server().apiKeys.change(rowId(params.apiKeyId), change))
})
