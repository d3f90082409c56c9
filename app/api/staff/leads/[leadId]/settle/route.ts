import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const leadId = rowId(params.leadId)
  const state = await server().delivery.act(leadId, 'settle')
  await server().audit.record(auditEvent(request, identity, 'lead.settle', `lead:${leadId}`))
  return Response.json(state)
})
