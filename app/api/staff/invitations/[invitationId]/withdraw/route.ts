import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { server } from '@/lib/server'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route<{ invitationId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.invitationId)
  await peopleOf(server()).withdraw(id, requesterOf(request, identity))
  return Response.json({ done: true })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
