import { after } from 'next/server'
import { clientAddress, tellLimits } from '@/lib/api/caller'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import type { AccountOf } from '@/lib/people/person-store'
import type { SignInServices } from './answer-with-cookies'

type Tried = { secret: 'password' | 'code'; account: AccountOf }

/**
 * Counts an attempt to get in, before a password is hashed or a code is looked at; whose browser it is, is looked up
 * only for one that carries our cookie.
 * @param tried what of whom; `null` where the attempt does not say whose account it is of, as by a link
 * @param headers of the answer, to say how the limits stand
 * @throws {AppError} `rate_limited`
 */
export async function limitSignIn(
  { limits, people }: Pick<SignInServices, 'limits' | 'people'>,
  request: Request,
  tried: Tried | null,
  headers: Headers,
): Promise<void> {
  const address = clientAddress(request)
  tellLimits(await limits.signIn({ address, tried: tried && (await of(tried)) }), headers)

  async function of({ secret, account }: Tried) {
    const device = (await people?.deviceOf(request.headers, account)) ?? null
    return { secret, account: 'id' in account ? account.id : account.email, device }
  }
}

type Asked<T> = {
  /** Whose password is asked for again. */
  personId: string
  /** Headers of the answer, to say how the limits stand. */
  limits: Headers
  /** What the password is for; it refuses a wrong one. */
  work: () => Promise<T>
}

/**
 * Does what a signed-in person gives the password for again: counted as a sign-in, and recorded where it is refused,
 * because it may be their session in the hands of another.
 * @throws {AppError} `rate_limited`, and what `work` throws
 */
export async function withPassword<T>(
  services: SignInServices,
  request: Request,
  { personId, limits, work }: Asked<T>,
): Promise<T> {
  await limitSignIn(services, request, { secret: 'password', account: { id: personId } }, limits)
  return tellOfRefusal(services, request, {
    work: work(),
    personId: async () => personId,
  })
}

type Attempt<T> = {
  work: Promise<T>
  /** Finds out whose account it is. */
  personId: () => Promise<string | null>
}

/** What is recorded of a refusal, by its code; of others nothing. */
const verbs = new Map<unknown, SignInRefusal['verb']>([
  ['wrong_credentials', 'person.refuse-sign-in'],
  ['wrong_password', 'person.refuse-password'],
  ['wrong_code', 'person.refuse-code'],
])

/**
 * What the work of a sign-in, or of a change that asks for the password again, resolves to. Where it is refused, the
 * audit log is told once the answer has gone: how long that takes must not tell whether there is such an account.
 */
export async function tellOfRefusal<T>(
  services: Pick<SignInServices, 'audit' | 'limits'>,
  request: Request,
  { work, personId }: Attempt<T>,
): Promise<T> {
  const from = clientAddress(request)
  const record = async (verb: SignInRefusal['verb']) =>
    recordRefusal(services, { verb, from, personId: await personId() })
  return work.catch((error: unknown) => {
    const verb = error instanceof AppError ? verbs.get(error.code) : undefined
    if (verb)
      after(() => record(verb).catch((reason) => log.error(loggable(reason), 'a refusal was not recorded')))
    throw error
  })
}

export type SignInRefusal = {
  verb: 'person.refuse-sign-in' | 'person.refuse-code' | 'person.refuse-password'
  /** Whose account it is; `null` where there is none. What was typed is not kept. */
  personId: string | null
  /** The address it came from. */
  from: string
}

/**
 * Records that a sign-in, or the password of one who has signed in, was refused; of each kind as often as an account
 * may be tried, and as often for all accounts together that do not exist. So an attacker can neither fill the log, which is
 * never cleared, nor hide an account's refusals behind made-up ones or behind those of another kind.
 */
export async function recordRefusal(
  { audit, limits }: Pick<SignInServices, 'audit' | 'limits'>,
  { verb, personId, from }: SignInRefusal,
): Promise<void> {
  const states = await limits.refusal({ verb, personId })
  if (states.some(({ waitS }) => waitS !== null)) return
  await audit.record({ by: 'system', verb, subject: `person:${personId ?? 'unknown'}`, from })
}
