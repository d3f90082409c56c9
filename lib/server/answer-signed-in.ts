import { auditEvent } from '@/lib/api/requester'
import { nextRequest, type WithCookies } from '@/lib/auth/people-auth'
import { answerWithCookies } from '@/lib/http/answer-with-cookies'
import type { People } from '@/lib/people/manage-people'
import type { SignInStep } from '@/lib/people/person-view'
import type { Services } from './services'
import { peopleOf } from './signed-in'

/**
 * The answer to a step of a sign-in. Whoever has signed in by it is recorded, and their browser known to their account
 * from then on; where a second factor is still to come it is neither, or a password alone would earn tries of its own.
 */
export async function answerSignedIn(
  services: Pick<Services, 'audit' | 'people'>,
  request: Request,
  { value, cookies }: WithCookies<SignInStep>,
): Promise<Response> {
  const people = peopleOf(services)
  const identity = await people.auth.identify(nextRequest(cookies))
  if (identity?.kind !== 'person') return answerWithCookies(value, cookies)
  await services.audit.record(auditEvent(request, identity, 'person.sign-in', `person:${identity.id}`))
  const step = { ...value, personId: identity.id }
  return answerRemembered(people, request, { value: step, cookies }, identity.id)
}

/** An answer after which the browser is known to the account of a person who has shown who they are. */
export async function answerRemembered(
  { rememberDevice }: Pick<People, 'rememberDevice'>,
  request: Request,
  { value, cookies }: WithCookies<object>,
  personId: string,
): Promise<Response> {
  return answerWithCookies(value, [...cookies, ...(await rememberDevice(request.headers, personId))])
}
