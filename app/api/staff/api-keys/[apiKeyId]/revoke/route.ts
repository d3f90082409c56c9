import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'

export const POST = route<{ apiKeyId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.apiKeyId)
  const revoked = await server().apiKeys.revoke(id)
  await server().audit.record(auditEvent(request, identity, 'api-key.revoke', `api-key:${id}`))
  return Response.json(revoked)
})
