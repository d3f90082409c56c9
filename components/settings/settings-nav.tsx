'use client'

import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'use-intl'

/** The pages of the settings; a new one is a line here. */
const pages = [{ name: 'apiKeys', href: '/settings/api-keys' }] as const satisfies {
  name: string
  href: Route
}[]

/** The way from one page of the settings to another. */
export function SettingsNav() {
  const words = useTranslations('settings')
  const current = usePathname()
  return (
    <nav aria-label={words('navigation')} className="mb-5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-4">
        {pages.map(({ name, href }) => (
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
