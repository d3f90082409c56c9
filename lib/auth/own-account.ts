import type { Requester } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import { AppError } from '@/lib/errors'
import type { PasswordChange, SecondFactorRemoval } from '@/lib/people/person-input'
import type { NewSecondFactor } from '@/lib/people/person-view'
import { answerRemembered, peopleOf, type SignInServices } from './answer-with-cookies'
import { limitSignIn, tellOfRefusal, withPassword } from './limit-sign-in'
import type { WithCookies } from './people-auth'
import type { Identity } from './permissions'

/** What a person asks for about their own account. `limits`: headers of the answer, to say how the limits stand. */
type Asked<B> = {
  request: Request
  limits: Headers
  body: B
  identity: Identity
}
type AskedRecorded<B> = Asked<B> & { requester: Requester }

/** Other browsers are signed out by it. @throws {AppError} `rate_limited`, `wrong_password`, `invalid_fields` */
export async function changePassword(
  services: SignInServices,
  asked: AskedRecorded<PasswordChange>,
): Promise<Response> {
  const { request, limits, body, identity } = asked
  const people = peopleOf(services)
  const personId = personIdOf(identity)
  const work = () => people.changePassword(personId, body, request.headers)
  const changed = await withPassword(services, request, { personId, limits, work })
  return recordAndAnswer(services, asked, 'person.change-password', changed)
}

/** Begins to set up a second factor; it is asked for, and recorded, once a code of it was confirmed. */
export async function beginSecondFactor(
  services: SignInServices,
  { request, limits, body, identity }: Asked<{ password: string }>,
): Promise<NewSecondFactor> {
  const { auth } = peopleOf(services)
  const work = () => auth.beginSecondFactor(body.password, request.headers)
  return withPassword(services, request, { personId: personIdOf(identity), limits, work })
}

/** @throws {AppError} `rate_limited`, `wrong_code` */
export async function confirmSecondFactor(
  services: SignInServices,
  asked: AskedRecorded<{ code: string }>,
): Promise<Response> {
  const { request, limits, body, identity } = asked
  const { auth } = peopleOf(services)
  const personId = personIdOf(identity)
  await limitSignIn(services, request, { secret: 'code', account: { id: personId } }, limits)
  const work = auth.confirmSecondFactor(body.code, request.headers)
  const confirmed = await tellOfRefusal(services, request, { work, personId: async () => personId })
  return recordAndAnswer(services, asked, 'person.add-second-factor', confirmed)
}

/** Asks for the password and a code. Codes are counted once the password is right, as at the sign-in. */
export async function removeSecondFactor(
  services: SignInServices,
  asked: AskedRecorded<SecondFactorRemoval>,
): Promise<Response> {
  const { request, limits, body, identity } = asked
  const { auth } = peopleOf(services)
  const personId = personIdOf(identity)
  const countCode = () =>
    limitSignIn(services, request, { secret: 'code', account: { id: personId } }, limits)
  const work = () => auth.removeSecondFactor(body, request.headers, countCode)
  const removed = await withPassword(services, request, { personId, limits, work })
  return recordAndAnswer(services, asked, 'person.remove-second-factor', removed)
}

/** Ends all sessions of the person who asks. */
export async function signOutEverywhere(
  services: SignInServices,
  { identity, requester }: { identity: Identity; requester: Requester },
): Promise<void> {
  const personId = personIdOf(identity)
  await peopleOf(services).signOutEverywhere(personId, requester)
}

/** The id of the person who asks. @throws {AppError} `forbidden` for others than people */
function personIdOf(identity: Identity): string {
  if (identity.kind !== 'person') throw new AppError('forbidden', 'Only people have an account.')
  return identity.id
}

/** What better-auth has done by then shares no transaction with its event. */
async function recordAndAnswer(
  services: SignInServices,
  { request, identity, requester }: AskedRecorded<unknown>,
  verb: AuditVerb,
  { cookies }: WithCookies<unknown>,
): Promise<Response> {
  const personId = personIdOf(identity)
  await services.audit.record({ ...requester, verb, subject: `person:${personId}` })
  return answerRemembered(peopleOf(services), request, { value: { done: true }, cookies }, personId)
}
