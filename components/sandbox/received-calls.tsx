'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { Data } from '@/components/ui/data'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, Facts } from '@/components/ui/facts'
import { indentJson } from '@/components/ui/indent-json'
import { LinkButton } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { ExactTime } from '@/components/ui/times'
import type { ReceivedCall } from '@/lib/webhooks/webhook'
import { AutoRefresh } from './sandbox-inbox'

/** `url`: where this receiver is. */
type ReceivedCallsProps = { calls: ReceivedCall[]; url: string }

/** What webhooks have told the sandbox's own receiver, newest first. */
export function ReceivedCalls({ calls, url }: ReceivedCallsProps) {
  const t = useTranslations('sandbox.received')
  return (
    <>
      <AutoRefresh />
      <PageHeader title={t('title')} detail={t('detail')}>
        <LinkButton href="/settings/webhooks/open">{t('toWebhook')}</LinkButton>
      </PageHeader>
      <div className="grid gap-4">
        <CodeBlock label={t('url')} copyLabel={t('copyUrl')} text={url} />
        {calls.length === 0 ? (
          <EmptyState icon="inbox" title={t('empty.title')} detail={t('empty.detail')} />
        ) : (
          <ul
            aria-label={t('title')}
            className="divide-y divide-line rounded-lg border border-line bg-surface"
          >
            {calls.map((call) => (
              <li key={call.number} className="grid gap-2 px-4 py-3 text-sm">
                <ExactTime at={call.at} look="second" />
                <CodeBlock label={t('body')} copyLabel={t('copyBody')} text={indentJson(call.body)} />
                <Facts>
                  <Fact name="webhook-id">
                    <Data className="font-mono text-xs wrap-anywhere">{call.webhookId}</Data>
                  </Fact>
                  <Fact name="webhook-timestamp">
                    <Data className="font-mono text-xs">{call.timestamp}</Data>
                  </Fact>
                  <Fact name="webhook-signature">
                    <Data className="font-mono text-xs wrap-anywhere">{call.signature}</Data>
                  </Fact>
                </Facts>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
