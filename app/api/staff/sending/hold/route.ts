import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { server } from '@/lib/composition/server'

export const POST = route('administer', async (request, { identity }) =>
  Response.json(await server().sending.hold(requesterOf(request, identity))),
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
