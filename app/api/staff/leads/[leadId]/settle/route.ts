import { requesterOf } from '@/lib/http/audit-event'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const leadId = rowId(params.leadId)
  return Response.json(await server().delivery.act(leadId, 'settle', requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
