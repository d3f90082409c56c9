import { readJson } from '@/lib/api/read-json'
import { others, route } from '@/lib/api/route'
import { answerSignedIn, peopleOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn, tellOfRefusal } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { secondStepSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const { auth } = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(secondStepSchema, value)
  // Asked beforehand: the last wrong code ends the sign-in, and then nobody knows whose it was.
  const personId = await auth.codeOwner(request.headers)
  const tried = personId === null ? null : { secret: 'code' as const, account: { id: personId } }
  await limitSignIn(services, request, tried, limits)
  const step = await tellOfRefusal(services, request, {
    work: auth.secondStep(given, request.headers),
    personId: async () => personId,
  })
  return answerSignedIn(services, request, step)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
