import { requesterOf } from '@/lib/http/audit-event'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('write', async (request, { params, identity }) => {
  const id = rowId(params.customerId)
  return Response.json(await server().refreshLeadSources(id, requesterOf(request, identity)))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
