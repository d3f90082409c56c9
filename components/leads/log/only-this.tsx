'use client'

import { createContext, type KeyboardEvent, use } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { ShownFilter } from '@/lib/leads/log-filter'

/** Narrows the log to what a cell says; `null` where a table stands in no log. */
export const Narrow = createContext<((part: Partial<ShownFilter>) => void) | null>(null)

/** What the log would be narrowed to, in words and as a filter; `null` where there is nothing to narrow it by. */
type Only = { label: string; part: Partial<ShownFilter> | null }

/**
 * A cell's content with a button for each thing that the log can be narrowed to by it. They show where the pointer or the
 * focus is, and take no room. They are no stops for Tab, of which a page would have two hundred: the right arrow goes there
 * from the row's link. What is no button lets presses through to that link.
 */
export function OnlyThis({ some, children }: { some: Only[]; children: React.ReactNode }) {
  const t = useTranslations('leads.filter')
  const narrow = use(Narrow)
  if (!narrow) return children
  return (
    <div className="pointer-events-none relative min-w-0">
      {children}
      <div className="absolute top-1/2 right-0 z-10 hidden -translate-y-1/2 rounded-sm bg-hover opacity-0 group-hover/row:opacity-100 focus-within:opacity-100 pointer-coarse:hidden @2xl:flex">
        {some.map(
          ({ label, part }) =>
            part && (
              <button
                key={label}
                type="button"
                tabIndex={-1}
                data-only-this
                aria-label={t('only', { what: label })}
                title={t('only', { what: label })}
                onClick={() => narrow(part)}
                onKeyDown={alongRow}
                className="pointer-events-auto flex size-6 cursor-pointer items-center justify-center rounded-sm text-soft outline-offset-[-2px] outline-link hover:text-link focus-visible:outline-2"
              >
                <Icon name="filter" className="size-3.5!" />
              </button>
            ),
        )}
      </div>
    </div>
  )
}

/** With the arrows from a row's link to the buttons of its cells, and back. */
export function alongRow(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
  const row = event.currentTarget.closest('[role=row]')
  const stops = [...(row?.querySelectorAll<HTMLElement>('.row-link, [data-only-this]') ?? [])]
  const next = stops[stops.indexOf(event.currentTarget) + (event.key === 'ArrowRight' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
