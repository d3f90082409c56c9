import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ bulkSendId: string }>('write', async (request, { params, identity }) => {
  const id = rowId(params.bulkSendId)
  const cancelled = await server().bulkSends.cancel(id)
  await server().audit.record(auditEvent(request, identity, 'bulk-send.cancel', `bulk-send:${id}`))
  return Response.json(cancelled)
})
