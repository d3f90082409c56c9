import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Identity } from '@/lib/access/identity'
import { meets, type Need } from '@/lib/access/need'
import { identify } from './identify'

/** Who asks for the page that is being made; asked once for each page, however many want to know. */
export const pageIdentity = cache(async (): Promise<Identity | null> => identify(await headers()))

/**
 * The first thing every page does that is not for everybody: sends nobody to the sign-in, and refuses one who may
 * not see it.
 */
export async function requirePage(need: Exclude<Need, 'public'>): Promise<Identity> {
  const identity = await pageIdentity()
  if (!identity) redirect('/sign-in')
  if (!meets(identity, need)) forbidden()
  return identity
}
