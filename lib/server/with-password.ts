import { limitSignIn } from './limit-sign-in'
import type { Services } from './services'
import { tellOfRefusal } from './tell-of-refusal'

type Asked<T> = {
  /** Whose password is asked for again. */
  personId: string
  /** Headers of the answer, to say how the limits stand. */
  limits: Headers
  /** What the password is for; it refuses a wrong one. */
  work: () => Promise<T>
}

/**
 * Does what somebody who has signed in gives their password for again: counted as a sign-in, and recorded where it is
 * refused, because it may be their session in the hands of another.
 * @throws {AppError} `rate_limited`, and what `work` throws
 */
export async function withPassword<T>(
  services: Pick<Services, 'audit' | 'limits' | 'people'>,
  request: Request,
  { personId, limits, work }: Asked<T>,
): Promise<T> {
  await limitSignIn(services, request, { secret: 'password', account: { id: personId } }, limits)
  return tellOfRefusal(services, request, {
    work: work(),
    personId: async () => personId,
  })
}
