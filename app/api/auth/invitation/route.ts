import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { peopleOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { tokenSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

/** What a link leads to. A POST, because its token would else stand in an address, which is logged and kept. */
export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const { token } = parseInput(tokenSchema, value)
  await limitSignIn(services, request, null, limits)
  return Response.json(await people.openInvitation(token))
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
