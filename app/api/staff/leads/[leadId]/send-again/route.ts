import { sendAgainRequestSchema } from '@/lib/delivery/send-again-request'
import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

/** Recorded while the attempt is made: before it, somebody else would begin it; after it, a crash would hide who asked. */
export const POST = route<{ leadId: string }>('write', async (request, { params, identity }) => {
  const { delivery, audit } = server()
  const leadId = rowId(params.leadId)
  const { attempts } = parseInput(sendAgainRequestSchema, (await readJson(request)).value)
  await delivery.act(leadId, 'send_again', attempts)
  const [state] = await Promise.all([
    delivery.attemptNow(leadId, { wait: true }),
    audit.record(auditEvent(request, identity, 'lead.send-again', `lead:${leadId}`)),
  ])
  return Response.json(state)
})
