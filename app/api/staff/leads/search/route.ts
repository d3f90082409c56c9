import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { leadListQuerySchema } from '@/lib/leads/lead-view'
import { parseInput } from '@/lib/validation/parse-input'

/** A search is a POST, because people look for names, and an address is logged and kept. */
export const POST = route('read', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().leads.list(parseInput(leadListQuerySchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
