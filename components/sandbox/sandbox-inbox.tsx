'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { type InboxEntry, InboxItem } from './inbox-item'
import { MagicHelp } from './magic-help'

type SandboxInboxProps = {
  /** Newest first. */
  entries: InboxEntry[]
  /** There are older ones that are not shown. */
  hasMore: boolean
}

/** What agents would see of the leads that were sent to the sandbox. */
export function SandboxInbox({ entries, hasMore }: SandboxInboxProps) {
  const t = useTranslations('sandbox')
  return (
    <>
      <AutoRefresh />
      <PageHeader title={t('title')} detail={t('detail')}>
        <LinkButton href="/sandbox/inbox.json" prefetch={false}>
          {t('json')}
        </LinkButton>
      </PageHeader>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {entries.length === 0 ? (
            <EmptyState icon="inbox" title={t('empty.title')} detail={t('empty.detail')}>
              <LinkButton href="/leads/new">{t('empty.toForm')}</LinkButton>
            </EmptyState>
          ) : (
            <div className="rounded-lg border border-line bg-surface">
              {entries.map((entry) => (
                <InboxItem key={entry.id} entry={entry} />
              ))}
            </div>
          )}
          {hasMore && <p className="mt-2 text-center text-xs text-faint">{t('more')}</p>}
        </div>
        <MagicHelp />
      </div>
    </>
  )
}

const interval = 5_000

/** Makes the page anew every five seconds while it is in sight. */
export function AutoRefresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, interval)
    return () => clearInterval(timer)
  }, [router])
  return null
}
