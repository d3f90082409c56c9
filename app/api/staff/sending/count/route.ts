import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { waitingCountRequestSchema } from '@/lib/sending/waiting-lead'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request) => {
  const { action, filter } = parseInput(waitingCountRequestSchema, (await readJson(request)).value)
  return Response.json(await server().sending.count(action, filter))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
