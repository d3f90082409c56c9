'use client'

import { useDeferredValue, useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { draftLead } from '@/lib/leads/draft-lead'
import { type MessagePart, messageParts } from '@/lib/leads/lead-message'
import { toWireBody } from './to-wire-body'
import type { LeadFormControl } from './use-lead-form'
import type { NewText } from './use-send-lead'

/** The message to the agent as it stands, with a labelled gap for each thing it still needs. Always Swedish. */
export function MessagePreview({ parts }: { parts: MessagePart[] }) {
  const tField = useTranslations('leads.field')
  const t = useTranslations('leads.form')
  return (
    <p lang="sv" translate="no" className="text-base leading-6 break-words text-ink">
      {parts.map((part, index) =>
        part.kind === 'text' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          <span key={`text ${index}`}>{part.text}</span>
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
            key={`gap ${index}`}
            translate="yes"
            className="mx-px inline-block rounded-sm border border-dashed border-control/70 bg-canvas px-1 text-xs leading-4.5 text-faint"
          >
            <span className="sr-only">{t('missing')} </span>
            <span>{tField(part.field)}</span>
          </span>
        ),
      )}
    </p>
  )
}

/**
 * The message that the form as it is now would make; typing never waits for it. The server's own text for
 * the same form goes before ours.
 */
export function usePreview(control: LeadFormControl, today: string, newText: NewText | null): MessagePart[] {
  const body = useDeferredValue(useWatch({ control, compute: toWireBody }))
  return useMemo(() => {
    if (newText?.of === JSON.stringify(body)) return [{ kind: 'text', text: newText.message }]
    return messageParts(draftLead(body, today), today)
  }, [body, today, newText])
}
