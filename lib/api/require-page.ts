import type { Route } from 'next'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { can, type Identity, type Permission } from '@/lib/auth/permissions'
import { signInAddress } from '@/lib/auth/return-to'
import { frontHeaders } from '@/lib/front-headers'
import { identify } from './caller'

/** Who asks for the page that is being made; asked once for each page, however many want to know. */
export const pageIdentity = cache(async (): Promise<Identity | null> => identify(await headers()))

/**
 * The first thing every page does that is not for everybody: sends an unknown caller to the sign-in, which remembers
 * the page, and refuses one who may not see it.
 */
export async function requirePage(need: Exclude<Permission, 'public'>): Promise<Identity> {
  const identity = await pageIdentity()
  // A route of ours by its start; what stands behind it the types cannot know.
  if (!identity) redirect(signInAddress(askedAddress(await headers())) as Route)
  if (!can(identity, need)) forbidden()
  return identity
}

/** The path and query of a request, which Next tells no page; `null` where the server was not started by us. */
function askedAddress(headers: Headers): string | null {
  return headers.get(frontHeaders.asked)
}

/** The nonce of the page that is being made: what the server around us lets scripts and styles run with. */
export async function pageNonce(): Promise<string> {
  const policy = (await headers()).get(frontHeaders.policy) ?? ''
  return /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
}
