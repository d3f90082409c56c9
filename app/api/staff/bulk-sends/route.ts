import { bulkSendRequestSchema } from '@/lib/bulk-sends/bulk-send'
import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { server } from '@/lib/server'

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
