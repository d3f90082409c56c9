'use client'

import { createContext, type KeyboardEvent, use } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import type { ShownFilter } from '@/lib/leads/log-filter'

/** Narrows the log to what a cell says; `null` where a table stands in no log. */
export const Narrow = createContext<((part: Partial<ShownFilter>) => void) | null>(null)

type OnlyThisProps = {
  /** What the log would be narrowed to, in words and as a filter; `null` where the cell says nothing to narrow it by. */
  label: string
  part: Partial<ShownFilter> | null
  children: React.ReactNode
}

/**
 * A cell's content with a button that narrows the log to it. It shows where the pointer or the focus is, and takes no
 * room. It is no stop for Tab, of which a page would have two hundred: the right arrow goes there from the row's link.
 */
export function OnlyThis({ label, part, children }: OnlyThisProps) {
  const t = useTranslations('leads.filter')
  const narrow = use(Narrow)
  if (!narrow || !part) return children
  return (
    <div className="relative @2xl:pr-6">
      {children}
      <button
        type="button"
        tabIndex={-1}
        data-only-this
        aria-label={t('only', { what: label })}
        title={t('only', { what: label })}
        onClick={() => narrow(part)}
        onKeyDown={alongRow}
        className="absolute -top-0.5 -right-1 z-10 hidden size-6 cursor-pointer items-center justify-center rounded-sm bg-hover text-soft opacity-0 outline-offset-[-2px] outline-link group-hover/row:opacity-100 hover:text-link focus-visible:opacity-100 focus-visible:outline-2 pointer-coarse:hidden @2xl:flex"
      >
        <Icon name="filter" className="size-3.5!" />
      </button>
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
