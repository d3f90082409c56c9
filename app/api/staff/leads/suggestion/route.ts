import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { leadFilterSchema } from '@/lib/leads/lead-view'
import { parseInput } from '@/lib/validation/parse-input'

/** What a search that found nothing may have meant. A POST, as the search is. */
export const POST = route('read', async (request) => {
  const { value } = await readJson(request)
  return Response.json({ search: await server().leads.suggest(parseInput(leadFilterSchema, value)) })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
