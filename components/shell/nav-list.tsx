'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { usePermissions } from '@/components/auth/may-provider'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/components/ui/link'
import { currentDestination, destinations } from './navigation'

type NavListProps = { isSandbox: boolean; onNavigate?: () => void }

/** The links of the navigation, with the current one marked. */
export function NavList({ isSandbox, onNavigate }: NavListProps) {
  const words = useTranslations('shell')
  const allowed = usePermissions()
  const current = currentDestination(usePathname())
  if (!allowed.includes('read')) return null
  return (
    <nav aria-label={words('navigation')}>
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
                {words(destination.name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
