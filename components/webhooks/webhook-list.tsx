'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { RowLink } from '@/components/ui/table'
import type { ApiKeyMode } from '@/lib/api-keys/api-key'
import type { Webhook } from '@/lib/webhooks/webhook'
import { WebhookState } from './webhook-state'

/** A key that may have a webhook, or `open`: everybody in the open sandbox, who has neither name nor mode. */
export type Sender = { id: string; name: string | null; mode: ApiKeyMode | null; webhook: Webhook | null }

/** Every sender, where it is told what becomes of its leads, and whether that works. */
export function WebhookList({ senders }: { senders: Sender[] }) {
  const t = useTranslations('webhooks')
  const tKeys = useTranslations('apiKeys')
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')} />
      {senders.length === 0 ? (
        <EmptyState icon="key" title={t('none.title')} detail={t('none.detail')}>
          <LinkButton href="/settings/api-keys">{t('none.toKeys')}</LinkButton>
        </EmptyState>
      ) : (
        <ul aria-label={t('title')} className="rounded-lg border border-line bg-surface">
          {senders.map(({ id, name, mode, webhook }) => (
            <li
              key={id}
              className="relative flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-sm first:border-t-0 hover:bg-hover has-[.row-link:focus-visible]:bg-hover"
            >
              <RowLink href={`/settings/webhooks/${id}`} className="min-w-0">
                {name === null ? t('open') : <Data>{name}</Data>}
              </RowLink>
              {mode === 'test' && <Badge tone="warning">{tKeys('testMark')}</Badge>}
              {webhook ? (
                <>
                  <WebhookState webhook={webhook} />
                  <Data className="min-w-0 truncate text-faint">{new URL(webhook.url).host}</Data>
                </>
              ) : (
                <span className="text-faint">{t('notSet')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
