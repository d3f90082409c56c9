'use client'

import type { Route } from 'next'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { usePermissions } from '@/components/auth/can'
import { Link } from '@/components/ui/link'
import type { Permission } from '@/lib/auth/permissions'

/** The pages of the settings; a new one is a line here. */
const pages = [
  { name: 'account', href: '/settings/account', permission: 'read' },
  { name: 'people', href: '/settings/people', permission: 'administer' },
  { name: 'apiKeys', href: '/settings/api-keys', permission: 'administer' },
  { name: 'webhooks', href: '/settings/webhooks', permission: 'administer' },
  { name: 'sending', href: '/settings/sending', permission: 'administer' },
  { name: 'alerts', href: '/settings/alerts', permission: 'administer' },
  { name: 'privacy', href: '/settings/privacy', permission: 'administer' },
  { name: 'audit', href: '/settings/audit', permission: 'administer' },
  { name: 'system', href: '/settings/system', permission: 'administer' },
] as const satisfies { name: string; href: Route; permission: Permission }[]

/** The way from one page of the settings to another. */
export function SettingsNav() {
  const t = useTranslations('settings')
  const current = usePathname()
  const allowed = usePermissions()
  return (
    <nav aria-label={t('navigation')} className="mb-5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-4">
        {pages
          .filter(({ permission }) => allowed.includes(permission))
          .map(({ name, href }) => (
            <li key={href}>
              <Link
                href={href}
                {...(current.startsWith(href) && { 'aria-current': 'page' })}
                className="inline-flex h-9 items-center border-b-2 border-transparent text-sm text-soft hover:text-ink aria-[current=page]:border-link aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {t(name)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
