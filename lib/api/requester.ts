import type { Requester } from '@/lib/audit/audit-event'
import { actorOf, type Identity } from '@/lib/auth/identity'
import { frontHeaders } from '@/lib/front-headers'

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
