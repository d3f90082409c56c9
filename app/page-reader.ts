import { pageIdentity } from '@/lib/api/require-page'
import { can, type Identity } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import type { SendingState } from '@/lib/sending/sending-hold'

/**
 * Who reads the page, and their name where they are signed in. What stands around a page decides nothing: where
 * this cannot be told, the page itself says so.
 */
export async function pageReader(): Promise<{ identity: Identity | null; name: string | null }> {
  try {
    const identity = await pageIdentity()
    const person = identity?.kind === 'person' ? await server().people?.find(identity.id) : null
    return { identity, name: person?.name ?? null }
  } catch {
    return { identity: null, name: null }
  }
}

/** Whether sending is held, for callers who see leads; `null` for others, and where it cannot be told. */
export async function sendingState(
  identity: Identity | null,
): Promise<{ state: SendingState; readAt: number } | null> {
  if (!identity || !can(identity, 'read')) return null
  try {
    return { state: await server().sending.state(), readAt: Date.now() }
  } catch {
    return null
  }
}
