import { readJson } from '@/lib/api/read-json'
import { requesterOf } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { server } from '@/lib/composition/server'
import { invitationSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('administer', async (request, { identity }) => {
  const { value } = await readJson(request)
  const invited = await peopleOf(server()).invite(
    parseInput(invitationSchema, value),
    requesterOf(request, identity),
  )
  return Response.json(invited, { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
