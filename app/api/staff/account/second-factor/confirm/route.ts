import { readJson } from '@/lib/api/read-json'
import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerRemembered, peopleOf, personIdOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn, tellOfRefusal } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { appCodeSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const { code } = parseInput(appCodeSchema, value)
  const personId = personIdOf(identity)
  await limitSignIn(services, request, { secret: 'code', account: { id: personId } }, limits)
  const { cookies } = await tellOfRefusal(services, request, {
    work: people.auth.confirmSecondFactor(code, request.headers),
    personId: async () => personId,
  })
  await services.audit.record(auditEvent(request, identity, 'person.add-second-factor', `person:${personId}`))
  return answerRemembered(people, request, { value: { done: true }, cookies }, personId)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
