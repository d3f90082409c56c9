import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { liftRequestSchema } from '@/lib/sending/sending-hold'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { hold } = parseInput(liftRequestSchema, (await readJson(request)).value)
  return Response.json(await server().sending.lift(hold, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
