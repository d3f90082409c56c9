'use client'

import type { Route } from 'next'
import { useTranslations } from 'use-intl'
import { Link } from '@/components/ui/link'
import { useCountWords, useLeadCounts } from '../use-lead-counts'

type LogTab = 'toDo' | 'pending' | 'all'

const tabs = [
  { name: 'toDo', href: '/leads/to-do' },
  { name: 'pending', href: '/leads?status=pending' },
  { name: 'all', href: '/leads' },
] as const satisfies { name: LogTab; href: Route }[]

/** The lists of leads that are opened most, with how many are in each. `current`: `null` for any other part of the log. */
export function LogTabs({ current }: { current: LogTab | null }) {
  const t = useTranslations('leads.tabs')
  const counts = useCountWords(useLeadCounts({ isFed: true }))
  return (
    <nav aria-label={t('label')} className="mb-4 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map(({ name, href }) => (
          <li key={name}>
            <Link
              href={href}
              {...(name === current && { 'aria-current': 'page' })}
              className="inline-flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm text-soft hover:text-ink aria-[current=page]:border-link aria-[current=page]:font-medium aria-[current=page]:text-ink pointer-coarse:h-11"
            >
              <span>{t(name)}</span>
              {counts && (
                <span className="rounded-full bg-neutral-wash px-1.5 text-xs font-normal text-soft tabular-nums">
                  {counts[name]}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
