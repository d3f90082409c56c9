import type { Requester } from '@/lib/audit/audit-event'
import { actorOf, type Identity } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { frontHeaders } from '@/lib/front-headers'
import type { LimitState } from '@/lib/rate-limits/rate-limit'
import { noteCaller } from '@/lib/request-notes'

type Sources = {
  /** `open`: a sandbox that only this machine reaches, where callers need not say who they are. */
  access: 'open' | 'closed'
  /** The key in `Authorization: Bearer` or `X-API-Key`; `null` without such a header. */
  keyIn: (headers: Headers) => string | null
  /** Whose key it is; `null` for one that is unknown, expired or revoked. */
  identifyKey: (secret: string) => Promise<Identity | null>
  /** Whose session the cookies tell of; `null` where there is none. */
  identifyPerson: Identify
}

/** Tells who makes a request: a key goes before a session, and a wrong one is no caller, even beside a good session. */
export function createIdentify({ access, keyIn, identifyKey, identifyPerson }: Sources): Identify {
  if (access === 'open') return async () => ({ kind: 'open' })
  return async (headers) => {
    const secret = keyIn(headers)
    return secret === null ? identifyPerson(headers) : identifyKey(secret)
  }
}

/** Who makes a request with these headers; `null` where that cannot be told. */
type Identify = (headers: Headers) => Promise<Identity | null>

/** What is wrong with what a request's headers say of its caller, for them to read; `null` where they say nothing. */
type Explain = (headers: Headers) => Promise<string | null>

declare global {
  /** Given by `lib/composition` at start; global because Next bundles that and the routes apart. */
  var leadApiIdentify: Identify | undefined
  var leadApiExplain: Explain | undefined
}

/** Says from now on how callers are told apart, and why one is not known; `undefined`: that they cannot be. */
export function setIdentify(identify: Identify | undefined, explain?: Explain): void {
  globalThis.leadApiIdentify = identify
  globalThis.leadApiExplain = explain
}

/** The refusal of a request of no known caller, which says what is wrong with the key it came with. */
export async function unknownCaller(headers: Headers): Promise<AppError> {
  const why = await globalThis.leadApiExplain?.(headers)
  return new AppError('unauthenticated', why ?? 'Sign in, or send an API key.')
}

/** Who makes a request, which is noted for the log. @throws {AppError} `unavailable` before the start has ended and after the stop. */
export async function identify(headers: Headers): Promise<Identity | null> {
  if (!globalThis.leadApiIdentify)
    throw new AppError('unavailable', 'The service is starting or stopping. Try again.')
  const identity = await globalThis.leadApiIdentify(headers)
  if (identity) noteCaller(actorOf(identity))
  return identity
}

/** Who makes a request, and from where: what a store records with what it does for them. */
export function requesterOf(request: Request, identity: Identity): Requester {
  return { by: actorOf(identity), from: clientAddress(request) }
}

/**
 * The address a request comes from: the socket's, or what the trusted proxies in front say (`TRUSTED_PROXIES`).
 * `unknown` where the server was not started by us.
 */
export function clientAddress(request: { headers: Headers }): string {
  return request.headers.get(frontHeaders.client) ?? 'unknown'
}

/** Counts a request of a caller from an address, which sends something or only asks; `null` is an unknown caller. */
type LimitIntake = (identity: Identity | null, address: string, asks: boolean) => Promise<LimitState[]>

declare global {
  /** Given by `lib/composition` at start; global because Next bundles that and the routes apart. */
  var leadApiLimitIntake: LimitIntake | undefined
}

/** Says from now on how requests are counted; `undefined`: that they are not. */
export function setLimitIntake(limitIntake: LimitIntake | undefined): void {
  globalThis.leadApiLimitIntake = limitIntake
}

/**
 * Counts a request, and writes how its limits stand into the headers of its answer, whatever that will be.
 * @throws {AppError} `rate_limited` where a limit is spent
 */
export async function limitIntake(
  request: Request,
  identity: Identity | null,
  headers: Headers,
): Promise<void> {
  const asks = request.method === 'GET' || request.method === 'HEAD'
  const states = (await globalThis.leadApiLimitIntake?.(identity, clientAddress(request), asks)) ?? []
  tellLimits(states, headers)
}

/**
 * Writes how limits stand into the headers of an answer.
 * @throws {AppError} `rate_limited` where one of them did not let the request through
 */
export function tellLimits(states: LimitState[], headers: Headers): void {
  for (const [name, value] of limitHeaders(states)) headers.set(name, value)
  const refused = states
    .flatMap(({ limit, waitS }) => (waitS === null ? [] : { limit, waitS }))
    .toSorted((one, other) => other.waitS - one.waitS)
  const [longest] = refused
  if (!longest) return
  const message = `${spentWords(longest.limit)} Try again in ${longest.waitS} s.`
  throw new AppError('rate_limited', message, {}, longest.waitS)
}

/** Which limit is spent: of what its caller can change, the key it comes with or the address it comes from. */
function spentWords({ name, quota, windowS }: LimitState['limit']): string {
  if (name === 'key') return `This key may make ${quota} requests in ${windowS} s, and has made them.`
  if (name === 'polls') return `This key may ask ${quota} times in ${windowS} s, and has.`
  if (name.startsWith('address'))
    return `${quota} requests may come from this address in ${windowS} s, and have come.`
  return 'Too many attempts.'
}

/**
 * The headers `RateLimit-Policy` and `RateLimit` of the IETF's draft: for each limit its quota `q` in a window of `w`
 * seconds; how many requests remain (`r`), and in how many seconds (`t`) the whole quota is back.
 */
function limitHeaders(states: LimitState[]): [name: string, value: string][] {
  if (states.length === 0) return []
  const policies = states.map(({ limit }) => `"${limit.name}";q=${limit.quota};w=${limit.windowS}`)
  const stands = states.map(({ limit, remaining, resetS }) => `"${limit.name}";r=${remaining};t=${resetS}`)
  return [
    ['RateLimit-Policy', policies.join(', ')],
    ['RateLimit', stands.join(', ')],
  ]
}
