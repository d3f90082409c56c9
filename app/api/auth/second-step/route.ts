import { secondStepSchema } from '@/lib/access/person-input'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import { parseInput } from '@/lib/http/parse-input'
import { readJson } from '@/lib/http/read-json'
import { route } from '@/lib/http/route'
import { signedInEvent } from '@/lib/http/signed-in-event'
import { server } from '@/lib/server'
import { limitSignIn } from '@/lib/server/limit-sign-in'
import { peopleOf } from '@/lib/server/signed-in'
import { tellOfRefusal } from '@/lib/server/tell-of-refusal'

/** How often an account's codes may be tried is counted with its challenge, where it is known whose it is. */
export const POST = route('public', async (request, { limits }) => {
  const services = server()
  const { auth } = peopleOf(services)
  const { value } = await readJson(request)
  const given = parseInput(secondStepSchema, value)
  await limitSignIn(services, request, null, limits)
  // Asked beforehand: the last wrong code ends the sign-in, and then nobody knows whose it was.
  const personId = await auth.codeOwner(request.headers)
  const { value: step, cookies } = await tellOfRefusal(services, request, {
    verb: 'person.refuse-code',
    work: auth.secondStep(given, request.headers),
    personId: async () => personId,
  })
  const event = await signedInEvent(request, { cookies, identify: auth.identify })
  if (event) await services.audit.record(event)
  return answerWithCookies(step, cookies)
})
