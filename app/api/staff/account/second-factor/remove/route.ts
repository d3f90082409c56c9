import { passwordSchema } from '@/lib/access/person-input'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf, personIdOf } from '@/lib/server/signed-in'
import { tellOfRefusal } from '@/lib/server/tell-of-refusal'

export const POST = route('read', async (request, { identity, limits }) => {
  const services = server()
  const { auth } = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(passwordSchema, value)
  await limitSignIn(services, request, personIdOf(identity), limits)
  const { cookies } = await tellOfRefusal(services, request, {
    verb: 'person.refuse-password',
    work: auth.removeSecondFactor(given.password, request.headers),
    personId: async () => personIdOf(identity),
  })
  await services.audit.record(
    auditEvent(request, identity, 'person.remove-second-factor', `person:${personIdOf(identity)}`),
  )
  return answerWithCookies({ done: true }, cookies)
})
