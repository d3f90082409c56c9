'use client'

import { useTranslations } from 'use-intl'
import type { MessagePart } from '@/lib/leads/lead-message'

/** The message to the agent as it stands, with a labelled gap for each thing it still needs. Always Swedish. */
export function MessagePreview({ parts }: { parts: MessagePart[] }) {
  const field = useTranslations('leadField')
  const words = useTranslations('leadForm')
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
            <span className="sr-only">{words('missing')} </span>
            <span>{field(part.field)}</span>
          </span>
        ),
      )}
    </p>
  )
}
