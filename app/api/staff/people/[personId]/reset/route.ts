import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { rowId } from '@/lib/api/row-id'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'

/** A link for somebody who cannot sign in any more. */
export const POST = route<{ personId: string }>('administer', async (request, { params, identity }) => {
  const id = rowId(params.personId)
  const offered = await peopleOf(server()).offerReset(id, requesterOf(request, identity))
  return Response.json(offered, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
