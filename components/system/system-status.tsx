'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { type SystemView, supportText, systemViewSchema } from '@/lib/system/system-view'
import { writtenTime } from '@/lib/time/written-time'
import { AlertPanel, BackupPanel, CallPanel } from './fact-panels'
import { DatabasePanel, LimitPanel, ServicePanel, SettingList } from './own-panels'
import { RunTable } from './run-table'

/** How the service is: for whoever is called at night, and for the mail that asks for help. */
export function SystemStatus({ initial }: { initial: SystemView }) {
  const t = useTranslations('system')
  const { view, isUnread } = useSystem(initial)
  const { facts } = view
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')}>
        <CopyEverything view={view} />
      </PageHeader>
      <div className="grid grid-cols-1 gap-4">
        <div role="status" className="grid gap-4 empty:hidden">
          {isUnread && (
            <Notice tone="danger" title={t('unread.title')}>
              {t('unread.detail', { at: writtenTime(view.readAt, 'second') })}
            </Notice>
          )}
          {!isUnread && facts === null && (
            <Notice tone="danger" title={t('away.title')}>
              {t('away.detail')}
            </Notice>
          )}
        </div>
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          <ServicePanel view={view} />
          {facts && <CallPanel calls={facts.calls} hold={facts.hold} />}
          <DatabasePanel view={view} />
          {facts && <AlertPanel alerts={facts.alerts} />}
          {facts && <BackupPanel backups={facts.backups} settings={view.settings} />}
          <LimitPanel limits={view.limits} />
        </div>
        {facts && <RunTable runs={facts.runs} />}
        <SettingList settings={view.settings} />
      </div>
    </>
  )
}

function CopyEverything({ view }: { view: SystemView }) {
  const t = useTranslations('system')
  async function copy() {
    const isDone = await copyText(supportText(view))
    showToast(isDone ? { tone: 'success', title: t('copied') } : { tone: 'danger', title: t('notCopied') })
  }
  return (
    <Button onPress={() => void copy()}>
      <Icon name="copy" />
      {t('copy')}
    </Button>
  )
}

/** In ms. A page that nobody sees asks for nothing. */
const refetchInterval = 15_000

/** How the service is, kept up to date; `isUnread` where it could not be told just now. */
function useSystem(initial: SystemView): { view: SystemView; isUnread: boolean } {
  const { data, isError } = useQuery({
    queryKey: ['system'],
    queryFn: ({ signal }) => callApi('/api/staff/system', { answer: systemViewSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: Date.parse(initial.readAt),
    refetchInterval,
    retry: false,
  })
  return { view: data, isUnread: isError }
}
