import { acceptanceSchema } from '@/lib/access/person-input'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { signedInEvent } from '@/lib/http/signed-in-event'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'

export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const people = peopleOf(services)
  const { value } = await readJson(request)
  const acceptance = parseInput(acceptanceSchema, value)
  await limitSignIn(services, request, null, limits)
  const { value: step, cookies } = await people.accept(acceptance, request.headers)
  const event = await signedInEvent(request, {
    verb: 'person.accept',
    cookies,
    identify: people.auth.identify,
  })
  if (event) await services.audit.record(event)
  return answerWithCookies(step, cookies)
})
