'use client'

import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { usePermissions } from '@/components/auth/can'
import { type InitialCounts, useCountWords, useLeadCounts } from '@/components/leads/use-lead-counts'
import { Icon, type IconName } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import type { Permission } from '@/lib/auth/permissions'

type NavListProps = { isSandbox: boolean; counts: InitialCounts | null; onNavigate?: () => void }

/** The links of the navigation, with the current one marked. */
export function NavList({ isSandbox, counts, onNavigate }: NavListProps) {
  const t = useTranslations('shell')
  const allowed = usePermissions()
  const current = currentDestination(usePathname())
  if (!allowed.includes('read')) return null
  return (
    <nav aria-label={t('navigation')}>
      <ul className="flex flex-col gap-0.5">
        {destinations
          .filter(
            ({ isSandboxOnly, permission }) => (isSandbox || !isSandboxOnly) && allowed.includes(permission),
          )
          .map((destination) => (
            <li key={destination.href}>
              <Link
                href={destination.href}
                {...(onNavigate && { onClick: onNavigate })}
                {...(destination === current && { 'aria-current': 'page' })}
                className="flex h-8 items-center gap-2.5 rounded-md px-2 text-sm text-soft hover:bg-hover hover:text-ink aria-[current=page]:bg-neutral-wash aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
              >
                <Icon name={destination.icon} className="text-faint" />
                <span>{t(destination.name)}</span>
                {destination.name === 'toDo' && (
                  <ToDoCount initial={counts} isFed={current?.href.startsWith('/leads') ?? false} />
                )}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** How much there is to do; nothing where there is none. */
function ToDoCount({ initial, isFed }: { initial: InitialCounts | null; isFed: boolean }) {
  const counts = useLeadCounts({ initial, isFed })
  const words = useCountWords(counts)
  if (!counts || counts.toDo + counts.pausedCustomers === 0) return null
  return (
    <span className="ml-auto rounded-full bg-warning-wash px-1.5 text-xs text-warning tabular-nums">
      {words?.toDo}
    </span>
  )
}

type Destination = {
  name: 'toDo' | 'leads' | 'newLead' | 'customers' | 'settings' | 'sandboxInbox'
  href: Route
  icon: IconName
  permission: Permission
  isSandboxOnly?: true
}

const destinations: Destination[] = [
  { name: 'toDo', href: '/leads/to-do', icon: 'check', permission: 'read' },
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
