import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { Database } from '@/lib/db/open-database'
import { codeOwner } from './code-owner'
import { spendCode } from './spend-code'

/** No app shows it, so it is refused, and counted, as every wrong code is. */
const wrongCode = ''

/**
 * What better-auth's second factor lacks: to tell whose code is waited for, and to accept an app's code only once,
 * whatever it is given for.
 */
export function signInCodes(prisma: Database['prisma']) {
  return {
    id: 'sign-in-codes',
    endpoints: {
      codeOwner: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, codeOwner),
    },
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/two-factor/verify-totp',
          handler: createAuthMiddleware(async (ctx) => {
            const { code } = ctx.body
            const personId = await codeOwner(ctx)
            const decrypt = (data: string) => symmetricDecrypt({ key: ctx.context.secretConfig, data })
            const isFirst = personId !== null && (await spendCode(prisma, { personId, code, decrypt }))
            return { context: { body: { code: isFirst ? code : wrongCode } } }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
