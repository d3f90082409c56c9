import type { Route } from 'next'
import type { IconName } from '@/components/ui/icon'
import type { Need } from '@/lib/access/need'

export type Destination = {
  name: 'leads' | 'newLead' | 'customers' | 'settings' | 'sandboxInbox'
  href: Route
  icon: IconName
  permission: Need
  isSandboxOnly?: true
}

/** Where the navigation leads. */
export const destinations: Destination[] = [
  { name: 'leads', href: '/leads', icon: 'leads', permission: 'read' },
  { name: 'newLead', href: '/leads/new', icon: 'plus', permission: 'write' },
  { name: 'customers', href: '/customers', icon: 'customers', permission: 'read' },
  { name: 'settings', href: '/settings', icon: 'settings', permission: 'read' },
  { name: 'sandboxInbox', href: '/sandbox/inbox', icon: 'inbox', permission: 'read', isSandboxOnly: true },
]

/** The destination a page belongs to: the one whose address is the longest beginning of the page's. */
export function currentDestination(pathname: string): Destination | undefined {
  return destinations
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
