'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { Panel } from '@/components/ui/panel'

/** The text the agent gets, as sent. It is Swedish whatever the page is. */
export function MessagePanel({ message }: { message: string }) {
  const t = useTranslations('leads.record')
  return (
    <Panel title={t('message')} aside={<CopyButton text={message} label={t('copyMessage')} />}>
      <p lang="sv" translate="no" className="max-w-180 text-base leading-6 wrap-anywhere text-ink">
        {message}
      </p>
    </Panel>
  )
}
