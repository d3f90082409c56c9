/** Written by server/proxy-trust.ts before any route runs, over whatever a caller sent in it. */
export const clientHeader = 'x-lead-api-client'

/**
 * The address a request comes from: the socket's, or what the trusted proxies in front say (`TRUSTED_PROXIES`).
 * `unknown` where the server was not started by us.
 */
export function clientAddress(request: { headers: Headers }): string {
  return request.headers.get(clientHeader) ?? 'unknown'
}
