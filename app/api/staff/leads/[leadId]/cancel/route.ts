import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/composition/server'

export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const leadId = rowId(params.leadId)
  return Response.json(await server().delivery.act(leadId, 'cancel', requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
