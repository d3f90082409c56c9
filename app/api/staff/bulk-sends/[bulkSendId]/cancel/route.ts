import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'

export const POST = route<{ bulkSendId: string }>('write', async (request, { params, identity }) => {
  const id = rowId(params.bulkSendId)
  const cancelled = await server().bulkSends.cancel(id, requesterOf(request, identity))
  return Response.json(cancelled)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
