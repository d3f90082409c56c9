import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { frontHeaders } from '@/lib/front-headers'

const year = 365 * 24 * 3600

/** What is the same for every answer. Referrers stay with us: an address of ours names a lead. */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // The operator may make the address known; the pages are for no search engine's index.
  'X-Robots-Tag': 'noindex, nofollow',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

/** Says of one request and its answer what a browser may do with it. */
export type Protect = (request: IncomingMessage, response: ServerResponse) => void

/**
 * Says with every answer what a browser may do with it: run the scripts that we sent with this very page, load
 * nothing from elsewhere, and show it in no other page's frame.
 *
 * Next reads the nonce for its scripts from the request's own policy header, which is overwritten here whatever a
 * caller sent in it.
 * @param options isHttps: people reach us over TLS, and never otherwise
 */
export function securityHeaders({ isHttps, isDev }: { isHttps: boolean; isDev: boolean }): Protect {
  const fixed = Object.entries({
    ...always,
    ...(isHttps && { 'Strict-Transport-Security': `max-age=${year}` }),
  })
  return (request, response) => {
    const policy = contentPolicy(randomBytes(16).toString('base64'), isDev)
    request.headers[frontHeaders.policy] = policy
    response.setHeader('Content-Security-Policy', policy)
    for (const [name, value] of fixed) response.setHeader(name, value)
  }
}

/** @param isDev React needs eval in development, and only there */
function contentPolicy(nonce: string, isDev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    // Places and sizes that the components compute; text that got into one could change how a page looks, not what it does.
    "style-src-attr 'unsafe-inline'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
