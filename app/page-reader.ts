import type { InitialCounts } from '@/components/leads/use-lead-counts'
import { pageIdentity } from '@/lib/api/require-page'
import { actorOf, can, type Identity } from '@/lib/auth/permissions'
import { server } from '@/lib/composition/services'
import type { SendingState } from '@/lib/sending/sending-hold'

/**
 * Who reads the page, and their name where they are signed in. What stands around a page decides nothing: where
 * this cannot be told, the page itself says so.
 */
export async function pageReader(): Promise<PageReader> {
  try {
    const identity = await pageIdentity()
    if (!identity) return nobody
    const person = identity.kind === 'person' ? await server().people?.find(identity.id) : null
    const shortcuts = await server().shortcuts.read(actorOf(identity))
    return { identity, name: person?.name ?? null, shortcuts }
  } catch {
    return nobody
  }
}

/** `shortcuts`: whether single keys do something for them. */
type PageReader = { identity: Identity | null; name: string | null; shortcuts: boolean }
const nobody: PageReader = { identity: null, name: null, shortcuts: true }

/** How many leads there are, for callers who see them; `null` for others, and where it cannot be told. */
export async function leadCounts(identity: Identity | null): Promise<InitialCounts | null> {
  if (!identity || !can(identity, 'read')) return null
  try {
    return { counts: await server().leads.counts(), readAt: Date.now() }
  } catch {
    return null
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
