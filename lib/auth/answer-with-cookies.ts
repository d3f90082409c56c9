import type { Audit } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { People } from '@/lib/people/manage-people'
import type { Limits } from '@/lib/rate-limits/limits'
import type { WithCookies } from './people-auth'

/** What an attempt to get in meets; `people` is `null` in the open sandbox. */
export type SignInServices = { audit: Audit; limits: Limits; people: People | null }

/** The people of this service. @throws {AppError} `not_found` in the open sandbox, where people do not sign in */
export function peopleOf({ people }: Pick<SignInServices, 'people'>): People {
  if (!people) throw new AppError('not_found', 'Nobody signs in here: this is the open sandbox.')
  return people
}

/** A JSON answer that has the browser keep cookies. */
export function answerWithCookies(body: object, cookies: string[]): Response {
  const answer = Response.json(body)
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
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
