import { acceptanceSchema } from '@/lib/access/person-input'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { auditEvent } from '@/lib/http/audit-event'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'

/** Takes an invitation and signs in. Recorded before the sign-in: what a link gave is given, also where that fails. */
export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const acceptance = parseInput(acceptanceSchema, value)
  await limitSignIn(services, request, null, limits)
  const { id, email, role } = await people.accept(acceptance)
  const event = auditEvent(request, { kind: 'person', id, role }, 'person.accept', `person:${id}`)
  await services.audit.record(event)
  const { password } = acceptance
  const { value: step, cookies } = await people.auth.signIn({ email, password }, request.headers)
  return answerWithCookies(step, cookies)
})
