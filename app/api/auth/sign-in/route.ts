import { signInSchema } from '@/lib/access/person-input'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { signedInEvent } from '@/lib/http/signed-in-event'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'
import { tellOfRefusal } from '@/lib/server/tell-of-refusal'

export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const { auth, idOf } = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(signInSchema, value)
  await limitSignIn(services, request, given.email, limits)
  const { value: step, cookies } = await tellOfRefusal(services, request, {
    verb: 'person.refuse-sign-in',
    work: auth.signIn(given, request.headers),
    personId: () => idOf(given.email),
  })
  const event = await signedInEvent(request, { cookies, identify: auth.identify })
  if (event) await services.audit.record(event)
  return answerWithCookies(step, cookies)
})
