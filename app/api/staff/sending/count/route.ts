import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { waitingCountRequestSchema } from '@/lib/sending/waiting-lead'
import { server } from '@/lib/server'

export const POST = route('administer', async (request) => {
  const { action, filter } = parseInput(waitingCountRequestSchema, (await readJson(request)).value)
  return Response.json(await server().sending.count(action, filter))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
