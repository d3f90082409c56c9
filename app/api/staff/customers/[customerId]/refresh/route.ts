import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ customerId: string }>('write', async (request, { params, identity }) => {
  const id = rowId(params.customerId)
  const refreshed = await server().refreshLeadSources(id)
  await server().audit.record(auditEvent(request, identity, 'customer.refresh', `customer:${id}`))
  return Response.json(refreshed)
})
