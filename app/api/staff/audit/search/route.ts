import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { auditQuerySchema } from '@/lib/audit/audit-event'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

/** A POST, as every search is: people type names into it, and an address is logged and kept. */
export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().audit.list(parseInput(auditQuerySchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
