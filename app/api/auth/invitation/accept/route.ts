import { readJson } from '@/lib/api/read-json'
import { clientAddress } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerRemembered, peopleOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { acceptanceSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

/** Takes an invitation and signs in. Recorded with the taking: what a link gave is given, also where the sign-in fails. */
export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const acceptance = parseInput(acceptanceSchema, value)
  await limitSignIn(services, request, null, limits)
  const { id, email } = await people.accept(acceptance, clientAddress(request))
  const { password } = acceptance
  const signedIn = await people.auth.signIn({ email, password }, request.headers)
  return answerRemembered(people, request, signedIn, id)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
