import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { peopleOf, personIdOf } from '@/lib/auth/answer-sign-in'
import { withPassword } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { passwordSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

/** Begins to set up a second factor; it is asked for once a code of it was confirmed. */
export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const { auth } = peopleOf(services)
  const { value } = await readJson(request)
  const { password } = parseInput(passwordSchema, value)
  const begun = await withPassword(services, request, {
    personId: personIdOf(identity),
    limits,
    work: () => auth.beginSecondFactor(password, request.headers),
  })
  return Response.json(begun)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
