import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { chosenLeadsSchema } from '@/lib/bulk-sends/bulk-send'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

/** A POST, as the search is: people look for names, and an address is logged and kept. */
export const POST = route('read', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().bulkSends.count(parseInput(chosenLeadsSchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
