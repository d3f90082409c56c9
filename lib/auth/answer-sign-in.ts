import { auditEvent } from '@/lib/api/requester'
import type { Services } from '@/lib/composition/services'
import { AppError } from '@/lib/errors'
import type { People } from '@/lib/people/manage-people'
import type { SignInStep } from '@/lib/people/person-view'
import type { Identity } from './identity'
import { nextRequest, type WithCookies } from './people-auth'

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

/** A JSON answer that has the browser keep cookies. */
export function answerWithCookies(body: object, cookies: string[]): Response {
  const answer = Response.json(body)
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}

/** The people of this service. @throws {AppError} `not_found` in the open sandbox, where nobody signs in */
export function peopleOf({ people }: Pick<Services, 'people'>): People {
  if (!people) throw new AppError('not_found', 'Nobody signs in here: this is the open sandbox.')
  return people
}

/** The id of the person who asks. @throws {AppError} `forbidden` for others than people */
export function personIdOf(identity: Identity): string {
  if (identity.kind !== 'person') throw new AppError('forbidden', 'Only people have an account.')
  return identity.id
}
