'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { shortcuts, useShortcut } from '@/components/shortcuts/use-shortcut'
import { occupantTypes, propertySubTypes } from '@/lib/leads/lead'
import { isOpenedFromList } from '../log/log-place'
import { formFields, type LeadFormValues } from './lead-form-values'
import { focusField } from './needed-fields'
import type { ReplacedLead } from './replaced-lead'

/** What is sent beside a lead that takes the place of another. */
export type Replacing = { replaces: string; despite_doubt: boolean }

/** The lead that the form mends, as long as it does: until it was sent, or the form emptied. */
export function useReplaced(start: ReplacedLead | null) {
  const [lead, setLead] = useState(start)
  const [isLookedUp, setLookedUp] = useState(false)
  const left = useRef<ReplacedLead | null>(null)
  const router = useRouter()
  const goBack = (id: string) => (isOpenedFromList(id) ? router.back() : router.push(`/leads/${id}`))
  useShortcut('Escape', lead && (() => goBack(lead.id)))
  const isOpen = lead !== null && lead.blocked === null
  const replace = useCallback((next: ReplacedLead | null) => {
    setLead(next)
    setLookedUp(false)
    // A reload would mend it again.
    if (next === null) window.history.replaceState(null, '', '/leads/new')
  }, [])
  const replacing: Replacing | null = isOpen ? { replaces: lead.id, despite_doubt: isLookedUp } : null
  return {
    lead,
    isLookedUp,
    setLookedUp,
    replacing,
    replace,
    /** It turned out that it may be at Vitec. */
    doubt: () => setLead(lead && { ...lead, mayBeThere: true }),
    /** The form is emptied: what is typed next is of another person. */
    leave() {
      left.current = lead
      replace(null)
    },
    /** What was emptied is put back. */
    comeBack: () => replace(left.current),
  }
}

/** In ms: so long a field that takes no focus yet, because its choices are on their way, is waited for. */
const patience = 10_000

/**
 * The focus is in what Vitec refused of a lead that is mended, or where a person begins; there for whoever comes by a key, too, who
 * goes on with keys. Otherwise the page begins with its heading.
 */
export function useFirstFocus(start: ReplacedLead | null): void {
  const refused = start?.blocked === null ? (start.refused[0] ?? 'person.first_name') : null
  useEffect(() => {
    const field = refused ?? (shortcuts.hasJustRun() ? 'person.first_name' : null)
    if (field === null) return
    focusField(field)
    const isThere = () => document.activeElement?.closest(`[data-field="${field}"]`) !== null
    if (isThere()) return
    const waiting = new MutationObserver(() => {
      // Whoever has gone somewhere else by then stays there.
      if (document.activeElement === document.body) focusField(field)
      if (document.activeElement !== document.body) stop()
    })
    const stop = () => waiting.disconnect()
    waiting.observe(document.body, { subtree: true, childList: true, attributes: true })
    const timer = setTimeout(stop, patience)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [refused])
}

/** What the fields held, to be compared with what they hold. */
export function useOriginals(lead: ReplacedLead | null) {
  const t = useTranslations('leads')
  return useMemo(() => {
    if (!lead || lead.blocked !== null) return {}
    const shown: Record<string, string> = {
      ...Object.fromEntries(propertySubTypes.map((id) => [id, t(`propertySubType.${id}`)])),
      ...Object.fromEntries(occupantTypes.map((id) => [id, t(`occupantType.${id}`)])),
    }
    return Object.fromEntries(
      formFields.map((field) => {
        const value = typedIn(lead.values, field)
        return [field, { value, shown: shown[value] ?? value }]
      }),
    )
  }, [lead, t])
}

function typedIn(values: LeadFormValues, field: (typeof formFields)[number]): string {
  const [part = '', name = ''] = field.split('.')
  const fields: Record<string, Record<string, string>> = values
  return fields[part]?.[name] ?? ''
}
