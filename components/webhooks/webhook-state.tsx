'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { ExactTime } from '@/components/ui/times'
import type { Webhook } from '@/lib/webhooks/webhook'

/** Whether a webhook tells anything, and whether that comes through, in a word. */
export function WebhookState({ webhook: { state, failing_since: failingSince } }: { webhook: Webhook }) {
  const t = useTranslations('webhooks.state')
  if (state === 'off') return <Badge tone="danger">{t('off')}</Badge>
  if (failingSince !== null) return <Badge tone="warning">{t('failing')}</Badge>
  return <Badge tone="success">{t('on')}</Badge>
}

/** Why nothing is told, or does not come through, and what there is to do; nothing where all is well. */
export function WebhookTrouble({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('webhooks.trouble')
  const { state, off_reason: reason, off_since: offSince, failing_since: failingSince } = webhook
  if (state === 'off')
    return (
      <Notice tone="danger" icon="alert" title={t('off')}>
        <p>
          {t(`reasons.${reason ?? 'person'}`)}{' '}
          {offSince && t.rich('since', { time: () => <ExactTime at={offSince} /> })}
        </p>
        <p>{t('switchOn')}</p>
      </Notice>
    )
  if (failingSince === null) return null
  return (
    <Notice tone="warning" icon="alert" title={t('failing')}>
      {t.rich('failingDetail', { time: () => <ExactTime at={failingSince} /> })}
    </Notice>
  )
}
