import { newApiKeySchema } from '@/lib/api-key/api-key'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'

export const GET = route('administer', async () => Response.json(await server().apiKeys.list()))

export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().apiKeys.make(parseInput(newApiKeySchema, value)), { status: 201 })
})
