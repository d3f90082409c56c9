import { readJson } from '@/lib/api/read-json'
import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { answerRemembered, peopleOf, personIdOf } from '@/lib/auth/answer-sign-in'
import { limitSignIn, withPassword } from '@/lib/auth/limit-sign-in'
import { server } from '@/lib/composition/server'
import { secondFactorRemovalSchema } from '@/lib/people/person-input'
import { parseInput } from '@/lib/validation/parse-input'

/** Asks for the password and a code. Codes are counted once the password is right, as at the sign-in. */
export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(secondFactorRemovalSchema, value)
  const personId = personIdOf(identity)
  const { cookies } = await withPassword(services, request, {
    personId,
    limits,
    work: () =>
      people.auth.removeSecondFactor(given, request.headers, () =>
        limitSignIn(services, request, { secret: 'code', account: { id: personId } }, limits),
      ),
  })
  await services.audit.record(
    auditEvent(request, identity, 'person.remove-second-factor', `person:${personId}`),
  )
  return answerRemembered(people, request, { value: { done: true }, cookies }, personId)
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = others('POST')
