import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

/** Recorded before the attempt that follows, which may take long. */
export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const { delivery, audit } = server()
  const leadId = rowId(params.leadId)
  await delivery.act(leadId, 'send_again')
  await audit.record(auditEvent(request, identity, 'lead.send-again', `lead:${leadId}`))
  return Response.json(await delivery.attemptNow(leadId, { wait: true }))
})
