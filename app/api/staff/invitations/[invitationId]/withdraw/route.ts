import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'

export const POST = route<{ invitationId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.invitationId)
  await peopleOf(server()).withdraw(id, requesterOf(request, identity))
  return Response.json({ done: true })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
