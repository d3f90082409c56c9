/**
 * The headers of a request in which the server around Next tells the application what only it knows. It writes them over
 * whatever a caller sent in them; where the server was not started by us there are none.
 */
export const frontHeaders = {
  /** The address a request comes from: the socket's, or what the trusted proxies in front say (`TRUSTED_PROXIES`). */
  client: 'x-lead-api-client',
  /** The path and query that were asked for, which Next tells no page. */
  asked: 'x-lead-api-asked',
  /** What a browser may do with the answer; Next, and our pages, read the nonce of their scripts and styles from it. */
  policy: 'content-security-policy',
} as const
