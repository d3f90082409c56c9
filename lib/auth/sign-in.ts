import { clientAddress, requesterOf } from '@/lib/api/caller'
import type { Acceptance, SecondStep, SignIn } from '@/lib/people/person-input'
import type { OpenInvitation, SignInStep } from '@/lib/people/person-view'
import { answerRemembered, answerWithCookies, peopleOf, type SignInServices } from './answer-with-cookies'
import { limitSignIn, tellOfRefusal } from './limit-sign-in'
import { nextRequest, type WithCookies } from './people-auth'

/** `limits`: headers of the answer, to say how the limits stand. */
type Asked<B> = { request: Request; limits: Headers; body: B }

/** Signs in with a password. @throws {AppError} `rate_limited`, `wrong_credentials` */
export async function signIn(services: SignInServices, { request, limits, body }: Asked<SignIn>) {
  const { auth, idOf } = peopleOf(services)
  const { email } = body
  await limitSignIn(services, request, { secret: 'password', account: { email } }, limits)
  const work = auth.signIn(body, request.headers)
  return answerSignedIn(
    services,
    request,
    await tellOfRefusal(services, request, { work, personId: () => idOf(email) }),
  )
}

/** Goes on with a code of the second factor. @throws {AppError} `rate_limited`, `wrong_code` */
export async function takeSecondStep(
  services: SignInServices,
  { request, limits, body }: Asked<SecondStep>,
): Promise<Response> {
  const { auth } = peopleOf(services)
  // Asked beforehand: the last wrong code ends the sign-in, and then nothing tells whose it was.
  const personId = await auth.codeOwner(request.headers)
  const tried = personId === null ? null : { secret: 'code' as const, account: { id: personId } }
  await limitSignIn(services, request, tried, limits)
  const work = auth.secondStep(body, request.headers)
  const step = await tellOfRefusal(services, request, { work, personId: async () => personId })
  return answerSignedIn(services, request, step)
}

/** What a link leads to. @throws {AppError} `rate_limited`, `not_found` */
export async function openInvitation(
  services: SignInServices,
  { request, limits, body }: Asked<{ token: string }>,
): Promise<OpenInvitation> {
  const people = peopleOf(services)
  await limitSignIn(services, request, null, limits)
  return people.openInvitation(body.token)
}

/**
 * Takes an invitation and signs in. Recorded with the taking: what a link gave is given, also where the sign-in fails.
 * @throws {AppError} `rate_limited`, `not_found`, `already_exists`, `invalid_fields`
 */
export async function takeInvitation(
  services: SignInServices,
  { request, limits, body }: Asked<Acceptance>,
): Promise<Response> {
  const people = peopleOf(services)
  await limitSignIn(services, request, null, limits)
  const { id, email } = await people.accept(body, clientAddress(request))
  const signedIn = await people.auth.signIn({ email, password: body.password }, request.headers)
  return answerRemembered(people, request, signedIn, id)
}

/** Ends the session of a request, where it has one. */
export async function signOut(services: SignInServices, request: Request): Promise<Response> {
  const { auth } = peopleOf(services)
  const identity = await auth.identify(request.headers)
  const { cookies } = await auth.signOut(request.headers)
  if (identity?.kind === 'person') {
    const requester = requesterOf(request, identity)
    await services.audit.record({ ...requester, verb: 'person.sign-out', subject: `person:${identity.id}` })
  }
  return answerWithCookies({ done: true }, cookies)
}

/**
 * The answer to a step of a sign-in. A person who has signed in by it is recorded, and their browser known to their
 * account from then on; where a second factor is still to come it is neither, or a password alone would earn tries of its own.
 */
async function answerSignedIn(
  services: SignInServices,
  request: Request,
  { value, cookies }: WithCookies<SignInStep>,
): Promise<Response> {
  const people = peopleOf(services)
  const identity = await people.auth.identify(nextRequest(cookies))
  if (identity?.kind !== 'person') return answerWithCookies(value, cookies)
  const requester = requesterOf(request, identity)
  await services.audit.record({ ...requester, verb: 'person.sign-in', subject: `person:${identity.id}` })
  await people.tellOfDevice(request.headers, identity.id)
  const step = { ...value, personId: identity.id }
  return answerRemembered(people, request, { value: step, cookies }, identity.id)
}
