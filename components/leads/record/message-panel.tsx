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
        {unbroken(message)}
      </p>
    </Panel>
  )
}

/** A date, and an amount in groups of digits. */
const whole = /(\d{4}-\d{2}-\d{2}|\d{1,3}(?:\s\d{3})+)/

/** A text whose dates and amounts stand on one line each: a browser would break them within. Nothing of it is changed. */
function unbroken(text: string): React.ReactNode[] {
  return text.split(whole).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
