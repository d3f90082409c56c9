import { parseInput } from '@/lib/api/parse-input'
import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { signInSchema } from '@/lib/people/person-input'
import { server } from '@/lib/server'
import { answerSignedIn } from '@/lib/server/answer-signed-in'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'
import { tellOfRefusal } from '@/lib/server/tell-of-refusal'

export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const { auth, idOf } = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(signInSchema, value)
  const account = { email: given.email }
  await limitSignIn(services, request, { secret: 'password', account }, limits)
  const step = await tellOfRefusal(services, request, {
    work: auth.signIn(given, request.headers),
    personId: () => idOf(given.email),
  })
  return answerSignedIn(services, request, step)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
