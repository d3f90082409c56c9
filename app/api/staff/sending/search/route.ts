import { waitingQuerySchema } from '@/lib/delivery/hold/waiting-leads'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { server } from '@/lib/server'

export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().sending.list(parseInput(waitingQuerySchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
