import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { bulkSendRequestSchema } from '@/lib/bulk-sends/bulk-send'
import { server } from '@/lib/composition/server'
import { parseInput } from '@/lib/validation/parse-input'

export const GET = route('read', async () => Response.json(await server().bulkSends.recent()))

export const POST = route('write', async (request, { identity }) => {
  const { value } = await readJson(request)
  const begun = await server().bulkSends.begin(
    parseInput(bulkSendRequestSchema, value),
    requesterOf(request, identity),
  )
  return Response.json(begun, { status: 201 })
})

export const { PUT, PATCH, DELETE, OPTIONS } = others('GET', 'POST')
