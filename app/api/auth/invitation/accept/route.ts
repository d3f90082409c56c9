import { parseInput } from '@/lib/api/parse-input'
import { readJson } from '@/lib/api/read-json'
import { clientAddress } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { acceptanceSchema } from '@/lib/people/person-input'
import { server } from '@/lib/server'
import { answerRemembered } from '@/lib/server/answer-signed-in'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'

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
