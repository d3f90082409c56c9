import { requesterOf } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { others, route } from '@/lib/http/route'
import { erasureRequestSchema } from '@/lib/privacy/erasure'
import { server } from '@/lib/server'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const receipt = await server().privacy.erase(
    parseInput(erasureRequestSchema, value),
    requesterOf(request, identity),
  )
  return Response.json(receipt, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
