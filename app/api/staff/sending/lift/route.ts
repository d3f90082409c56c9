import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { liftRequestSchema } from '@/lib/sending/sending-hold'
import { server } from '@/lib/server'

export const POST = route('administer', async (request, { identity }) => {
  const { hold } = parseInput(liftRequestSchema, (await readJson(request)).value)
  return Response.json(await server().sending.lift(hold, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
