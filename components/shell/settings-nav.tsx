'use client'

import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useAllowedNeeds } from '@/components/auth/may-provider'
import { Link } from '@/components/ui/link'
import type { Permission } from '@/lib/auth/permissions'

/** The pages of the settings; a new one is a line here. */
const pages = [
  { name: 'account', href: '/settings/account', need: 'read' },
  { name: 'people', href: '/settings/people', need: 'administer' },
  { name: 'apiKeys', href: '/settings/api-keys', need: 'administer' },
  { name: 'sending', href: '/settings/sending', need: 'administer' },
  { name: 'privacy', href: '/settings/privacy', need: 'administer' },
  { name: 'audit', href: '/settings/audit', need: 'administer' },
] as const satisfies { name: string; href: Route; need: Permission }[]

/** The way from one page of the settings to another. */
export function SettingsNav() {
  const words = useTranslations('settings')
  const current = usePathname()
  const allowed = useAllowedNeeds()
  return (
    <nav aria-label={words('navigation')} className="mb-5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-4">
        {pages
          .filter(({ need }) => allowed.includes(need))
          .map(({ name, href }) => (
            <li key={href}>
              <Link
                href={href}
                {...(current.startsWith(href) && { 'aria-current': 'page' })}
                className="inline-flex h-9 items-center border-b-2 border-transparent text-sm text-soft hover:text-ink aria-[current=page]:border-link aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {words(name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
