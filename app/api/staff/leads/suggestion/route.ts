import { parseInput } from '@/lib/api/parse-input'
import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { leadFilterSchema } from '@/lib/leads/lead-view'
import { server } from '@/lib/server'

/** What a search that found nothing may have meant. A POST, as the search is. */
export const POST = route('read', async (request) => {
  const { value } = await readJson(request)
  return Response.json({ search: await server().leads.suggest(parseInput(leadFilterSchema, value)) })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
