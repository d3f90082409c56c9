import type { Requester } from '@/lib/audit/audit-event'
import { actorOf, type Identity } from '@/lib/auth/identity'

/** Who makes a request, and from where: what a store records with what it does for them. */
export function requesterOf(request: Request, identity: Identity): Requester {
  return { by: actorOf(identity), from: clientAddress(request) }
}

/** Set by scripts/start/client-address.mjs before any route runs, over whatever a caller sent in it. */
const header = 'x-lead-api-client'

/**
 * The address a request comes from: the socket's, or what the trusted proxies in front say (`TRUSTED_PROXIES`).
 * `unknown` where the server was not started by us.
 */
export function clientAddress(request: { headers: Headers }): string {
  return request.headers.get(header) ?? 'unknown'
}
