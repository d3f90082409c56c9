import type { Identity } from '@/lib/access/identity'
import type { Identify } from '@/lib/http/identify'

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
