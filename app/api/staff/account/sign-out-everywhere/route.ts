import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { peopleOf, personIdOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'

export const POST = route('read', async (request, { identity }) => {
  const id = personIdOf(identity)
  await peopleOf(server()).signOutEverywhere(id, requesterOf(request, identity))
  return Response.json({ done: true })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
