import { auditQuerySchema } from '@/lib/audit/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { server } from '@/lib/server'

/** A POST, as every search is: people type names into it, and an address is logged and kept. */
export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().audit.list(parseInput(auditQuerySchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
