'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'

/** The text the agent gets, as sent. It is Swedish whatever the page is. */
export function MessagePanel({ message }: { message: string }) {
  const words = useTranslations('leadRecord')
  return (
    <Panel title={words('message')} aside={<CopyButton text={message} label={words('copyMessage')} />}>
      <p lang="sv" translate="no" className="max-w-180 text-base leading-6 wrap-anywhere text-ink">
        {message}
      </p>
    </Panel>
  )
}
