import type { Identity } from '@/lib/access/identity'
import { pageIdentity } from '@/lib/http/require-page'
import { server } from '@/lib/server'

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
