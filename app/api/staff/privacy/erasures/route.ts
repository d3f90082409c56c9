import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'
import { erasureRequestSchema } from '@/lib/privacy/erasure'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const receipt = await server().privacy.erase(
    parseInput(erasureRequestSchema, value),
    requesterOf(request, identity),
  )
  return Response.json(receipt, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
