import { z } from 'zod'
import { actorOf, type Identity } from '@/lib/auth/permissions'

/** Names a browser in the open sandbox, where nobody signs in: as near as one gets to a person there. */
export const draftCookie = 'lead_api_draft'

/** How long a browser is known by its draft, in s. */
const known = 30 * 24 * 3_600

/**
 * Whose drafts a caller reads and writes: a person's own or, in the open sandbox, their browser's; `null` for a browser that
 * has kept none yet. `browser` is the value of {@link draftCookie}.
 */
export function draftOwner(identity: Identity, browser: string | undefined): string | null {
  if (identity.kind !== 'open') return actorOf(identity)
  return z.uuid().safeParse(browser).success ? `open:${browser}` : null
}

/** The same of a request, and for a browser that is not known the header that makes it so. */
export function requireDraftOwner(
  identity: Identity,
  headers: Headers,
): { owner: string; setCookie: string | null } {
  const browser = new RegExp(`(?:^|; )${draftCookie}=([0-9a-f-]{36})(?:;|$)`).exec(
    headers.get('cookie') ?? '',
  )
  const owner = draftOwner(identity, browser?.[1])
  if (owner !== null) return { owner, setCookie: null }
  const id = crypto.randomUUID()
  return {
    owner: `open:${id}`,
    setCookie: `${draftCookie}=${id}; Path=/; Max-Age=${known}; HttpOnly; SameSite=Strict`,
  }
}
