import { parseInput } from '@/lib/api/parse-input'
import { readJson } from '@/lib/api/read-json'
import { auditEvent } from '@/lib/api/requester'
import { others, route } from '@/lib/api/route'
import { secondFactorRemovalSchema } from '@/lib/people/person-input'
import { server } from '@/lib/server'
import { answerRemembered } from '@/lib/server/answer-signed-in'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf, personIdOf } from '@/lib/server/signed-in'
import { withPassword } from '@/lib/server/with-password'

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
