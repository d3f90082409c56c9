import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { waitingQuerySchema } from '@/lib/sending/waiting-lead'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request) => {
  const { value } = await readJson(request)
  return Response.json(await server().sending.list(parseInput(waitingQuerySchema, value)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
