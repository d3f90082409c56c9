'use client'

import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { draftLead } from '@/lib/leads/draft-lead'
import { type MessagePart, messageParts } from '@/lib/leads/lead-message'
import { toWireBody } from './to-wire-body'
import type { LeadFormControl } from './use-lead-form'
import type { NewText } from './use-send-lead'

type MessagePreviewProps = {
  control: LeadFormControl
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** The server's own text, where it wrote another. */
  newText: NewText | null
}

/** The message that the form as it is would make. It alone is rendered for each key, besides the field that has it. */
export function MessagePreview({ control, today, newText }: MessagePreviewProps) {
  const body = useWatch({ control, compute: toWireBody })
  const parts = useMemo((): MessagePart[] => {
    if (newText?.of === JSON.stringify(body)) return [{ kind: 'text', text: newText.message }]
    return messageParts(draftLead(body, today), today)
  }, [body, today, newText])
  return <MessageText parts={parts} />
}

/** The message to the agent as it stands, with a labelled gap for each thing it still needs. Always Swedish. */
export function MessageText({ parts }: { parts: MessagePart[] }) {
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
