import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { answerSignedIn, peopleOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn, tellOfRefusal } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { signInSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

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
