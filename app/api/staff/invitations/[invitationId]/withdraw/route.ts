import { auditEvent } from '@/lib/http/audit-event'
import { route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route<{ invitationId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.invitationId)
  await peopleOf(server()).withdraw(id)
  await server().audit.record(auditEvent(request, identity, 'person.withdraw', `invitation:${id}`))
  return Response.json({ done: true })
})
