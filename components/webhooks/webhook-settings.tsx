'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Dialog } from '@/components/ui/dialog'
import { LinkButton, TextLink } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { ApiKeyMode } from '@/lib/api-keys/api-key'
import type { Webhook } from '@/lib/webhooks/webhook'
import { useWebhook } from './use-webhook'
import { ToldWebhookSecret, WebhookActions } from './webhook-actions'
import { WebhookEventList } from './webhook-event-list'
import { WebhookForm } from './webhook-form'
import { WebhookTrouble } from './webhook-state'

type WebhookSettingsProps = {
  senderId: string
  /** `null` of the open sandbox. */
  name: string | null
  mode: ApiKeyMode | null
  initial: { webhook: Webhook | null; readAt: number }
}

/** Where one sender is told what becomes of its leads: the settings, what can be done, and what was told. */
export function WebhookSettings({ senderId, name, mode, initial }: WebhookSettingsProps) {
  const t = useTranslations('webhooks')
  const tKeys = useTranslations('apiKeys')
  const { data: webhook } = useWebhook(senderId, initial)
  const [secret, setSecret] = useState<string | null>(null)
  const title = name ?? t('open')
  return (
    <>
      <p className="mb-2 text-sm">
        <TextLink href="/settings/webhooks">{t('toAll')}</TextLink>
      </p>
      <PageHeader
        title={<span translate={name === null ? undefined : 'no'}>{title}</span>}
        detail={t('detail')}
      >
        {mode === 'test' && <Badge tone="warning">{tKeys('testMark')}</Badge>}
        {senderId === 'open' && (
          <LinkButton size="sm" href="/sandbox/webhooks">
            {t('toReceiver')}
          </LinkButton>
        )}
        {webhook && <WebhookActions senderId={senderId} webhook={webhook} onSecret={setSecret} />}
      </PageHeader>
      <div className="grid gap-4">
        {webhook && <WebhookTrouble webhook={webhook} />}
        <Panel title={t('receiver')}>
          <WebhookForm key={webhook?.id ?? ''} senderId={senderId} webhook={webhook} onSecret={setSecret} />
        </Panel>
        {webhook && <WebhookEventList senderId={senderId} isOn={webhook.state === 'on'} />}
      </div>
      <Dialog
        title={t('secret.title')}
        isOpen={secret !== null}
        onOpenChange={() => setSecret(null)}
        isHeldOpen
      >
        {secret !== null && <ToldWebhookSecret secret={secret} onDone={() => setSecret(null)} />}
      </Dialog>
    </>
  )
}
