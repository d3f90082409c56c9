import type { GenericEndpointContext } from 'better-auth'
import { getSessionFromCtx } from 'better-auth/api'

/** The cookie of a sign-in that waits for its code, as better-auth's plugin calls it. */
const challengeCookie = 'two_factor'

/** The id of the person whose code better-auth would verify in this request; `null` where it would verify none. */
export async function codeOwner(ctx: GenericEndpointContext): Promise<string | null> {
  const session = await getSessionFromCtx(ctx)
  if (session) return session.user.id
  const { context } = ctx
  const { name } = context.createAuthCookie(challengeCookie)
  const challenge = await ctx.getSignedCookie(name, context.secret)
  if (!challenge) return null
  return (await context.internalAdapter.findVerificationValue(challenge))?.value ?? null
}
