import { readJson } from '@/lib/api/read-json'
import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerRemembered, peopleOf, personIdOf } from '@/lib/auth/answer-sign-in'
import { withPassword } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { passwordChangeSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(passwordChangeSchema, value)
  const personId = personIdOf(identity)
  const { cookies } = await withPassword(services, request, {
    personId,
    limits,
    work: () => people.changePassword(personId, given, request.headers),
  })
  await services.audit.record(auditEvent(request, identity, 'person.change-password', `person:${personId}`))
  return answerRemembered(people, request, { value: { done: true }, cookies }, personId)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
