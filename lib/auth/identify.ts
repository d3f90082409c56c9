import { AppError } from '@/lib/errors'
import type { Identity } from './permissions'

type Sources = {
  /** `open`: a sandbox that only this machine reaches, where nobody has to say who they are. */
  access: 'open' | 'closed'
  /** The key in `Authorization: Bearer` or `X-API-Key`; `null` without such a header. */
  keyIn: (headers: Headers) => string | null
  /** Whose key it is; `null` for one that is unknown, expired or revoked. */
  identifyKey: (secret: string) => Promise<Identity | null>
  /** Whose session the cookies tell of; `null` where there is none. */
  identifyPerson: Identify
}

/** Tells who makes a request: a key goes before a session, and one that is wrong is nobody, whoever is signed in. */
export function createIdentify({ access, keyIn, identifyKey, identifyPerson }: Sources): Identify {
  if (access === 'open') return async () => ({ kind: 'open' })
  return async (headers) => {
    const secret = keyIn(headers)
    return secret === null ? identifyPerson(headers) : identifyKey(secret)
  }
}

/** Who makes a request with these headers; `null` where nobody can be told. */
type Identify = (headers: Headers) => Promise<Identity | null>

declare global {
  /** Given by the wiring at start; here because Next bundles it and the routes apart. */
  var leadApiIdentify: Identify | undefined
}

/**
 * Says from now on how callers are told apart; `undefined`: that nobody can be.
 */
export function identifyWith(identify: Identify | undefined): void {
  globalThis.leadApiIdentify = identify
}

/** Who makes a request. @throws {AppError} `unavailable` before the start has ended and after the stop. */
export async function identify(headers: Headers): Promise<Identity | null> {
  if (!globalThis.leadApiIdentify)
    throw new AppError('unavailable', 'The service is starting or stopping. Try again.')
  return globalThis.leadApiIdentify(headers)
}
