import { requesterOf } from '@/lib/http/audit-event'
import { others, route } from '@/lib/http/route'
import { rowId } from '@/lib/http/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route<{ invitationId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.invitationId)
  await peopleOf(server()).withdraw(id, requesterOf(request, identity))
  return Response.json({ done: true })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
