import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { codeOwner } from './code-owner'

/** What better-auth's second factor lacks. */
export function signInCodes() {
  return {
    id: 'sign-in-codes',
    endpoints: {
      codeOwner: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, codeOwner),
    },
  } satisfies BetterAuthPlugin
}
