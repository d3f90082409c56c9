'use client'

import { useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useLeadActed } from '@/components/deliveries/lead-acted'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { isToDoStatus } from '@/lib/deliveries/transitions'
import { goOnAfter, leaveLog } from './log-place'
import type { LeadLogQuery } from './use-lead-log'

/** From this width on a record has room beside the list. */
const wide = '(min-width: 1100px)'

/**
 * The lead whose record stands beside the list: its id is in the address. The keys go through the list, and after an act on it
 * the next one opens that a person has to do something about.
 */
export function useOpenLead({ leads, hasNextPage, fetchNextPage }: LeadLogQuery) {
  const router = useRouter()
  const isWide = useIsWide()
  const [id, setId] = useQueryState('lead', parseAsString.withOptions({ history: 'replace' }))
  const at = leads.findIndex((lead) => lead.id === id)
  const needy = [...leads.slice(at + 1), ...leads.slice(0, Math.max(at, 0))]
  const following = needy.find((lead) => lead.id !== id && isToDoStatus(lead.status))?.id ?? null

  function open(lead: string): void {
    leaveLog()
    // As it is at this moment: the page may have been made narrower just before.
    if (window.matchMedia(wide).matches) void setId(lead, { history: id === null ? 'push' : 'replace' })
    else router.push(`/leads/${lead}`)
  }
  function close(): void {
    void setId(null)
    focusRow(id)
  }
  /** Goes on from the record that is open, or from the row that has the focus. */
  function step(by: 1 | -1): void {
    const from = id === null ? leads.findIndex((lead) => lead.id === focusedRow()) : at
    const target = leads[Math.max(from + by, 0)]
    if (!target) {
      if (hasNextPage) void fetchNextPage()
    } else if (id === null) focusRow(target.id)
    else open(target.id)
  }
  const [next, previous] = [() => step(1), () => step(-1)]
  useShortcut('j', leads.length > 0 ? next : null)
  useShortcut('k', leads.length > 0 ? previous : null)
  useShortcut('Enter', id === null && leads[0] ? () => open(leads[0]?.id ?? '') : null)
  useShortcut('Escape', id === null ? null : close)
  useLeadActed(({ leadId, isDone }) => {
    if (!isDone || leadId !== id) return
    if (following) open(following)
    else close()
  })
  useEffect(() => {
    if (id !== null) goOnAfter(id, following)
  }, [id, following])
  // What has no room beside the list is a page.
  const isPage = id !== null && !isWide
  const replace = useRef(router.replace)
  useEffect(() => {
    if (isPage) replace.current(`/leads/${id}`)
  }, [isPage, id])

  return {
    id,
    close,
    next: at < leads.length - 1 ? next : null,
    previous: at > 0 ? previous : null,
    /** What a press on a row's link does. */
    follow(lead: string, event: React.MouseEvent): void {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      open(lead)
    },
  }
}

const rowLink = (id: string | null) => document.querySelector<HTMLElement>(`[data-lead="${id}"] .row-link`)

/** To where one came from; where that row is gone, to what the page begins with. */
function focusRow(id: string | null): void {
  const place = rowLink(id) ?? document.getElementById('content')
  place?.focus()
}

const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-lead]')?.dataset.lead

function useIsWide(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => window.matchMedia(wide).matches,
    () => true,
  )
}
