import type { Route } from 'next'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import { identify } from '@/lib/auth/identify'
import type { Identity } from '@/lib/auth/identity'
import { meets, type Need } from '@/lib/auth/permissions'
import { signInAddress } from '@/lib/auth/return-to'
import { askedAddress } from './asked-address'

/** Who asks for the page that is being made; asked once for each page, however many want to know. */
export const pageIdentity = cache(async (): Promise<Identity | null> => identify(await headers()))

/**
 * The first thing every page does that is not for everybody: sends nobody to the sign-in, which remembers the page, and
 * refuses one who may not see it.
 */
export async function requirePage(need: Exclude<Need, 'public'>): Promise<Identity> {
  const identity = await pageIdentity()
  // A route of ours by its start; what stands behind it the types cannot know.
  if (!identity) redirect(signInAddress(askedAddress(await headers())) as Route)
  if (!meets(identity, need)) forbidden()
  return identity
}
