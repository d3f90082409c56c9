import { createHmac } from 'node:crypto'
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { createAuthEndpoint, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { Database } from '@/lib/db/open-database'

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

/** The cookie of a sign-in that waits for its code, as better-auth's plugin calls it. */
const challengeCookie = 'two_factor'

/** The id of the person whose code better-auth would verify in this request; `null` where it would verify none. */
async function codeOwner(ctx: GenericEndpointContext): Promise<string | null> {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const { context } = ctx
  const { name } = context.createAuthCookie(challengeCookie)
  const challenge = await ctx.getSignedCookie(name, context.secret)
  if (!challenge) return null
  return (await context.internalAdapter.findVerificationValue(challenge))?.value ?? null
}

/** As better-auth verifies: an app's clock may be a step slow or fast. */
const leeway = [-1, 0, 1]

type Given = { personId: string; code: string; decrypt: (secret: string) => Promise<string> }

/**
 * Spends an app's code, with all before it; `false` where it is wrong, too old or spent. Of several at once, on
 * however many instances, one spends it: the condition stands in the update (RFC 6238, section 5.2).
 */
async function spendCode(
  { secondFactor }: Pick<Database['prisma'], 'secondFactor'>,
  { personId, code, decrypt }: Given,
): Promise<boolean> {
  const factor = await secondFactor.findFirst({
    where: { userId: personId },
    select: { id: true, secret: true },
  })
  if (!factor) return false
  const secret = await decrypt(factor.secret)
  const now = stepAt(Date.now())
  const step = leeway.map((steps) => now + steps).find((each) => codeOfStep(secret, each) === code)
  if (step === undefined) return false
  const { count } = await secondFactor.updateMany({
    where: { ...factor, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return count === 1
}

const stepMs = 30_000

/** The 30 seconds that a time is in, counted since 1970: what an app makes its code of (RFC 6238). */
export const stepAt = (time: number): number => Math.floor(time / stepMs)

/** The six digits that an authenticator app with this secret shows in a step. */
export function codeOfStep(secret: string | Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hmac = createHmac('sha1', secret).update(counter).digest()
  const offset = hmac.readUInt8(hmac.length - 1) & 0xf
  const digits = (hmac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000
  return String(digits).padStart(6, '0')
}
