'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PagedList } from '@/components/ui/paged-list'
import { AuditFilters } from './audit-filters'
import { AuditTable } from './audit-table'
import { everything, type InitialAuditPage, useAuditLog } from './use-audit-log'

/** Who did what, newest first, for administrators. */
export function AuditLog({ initial }: { initial: InitialAuditPage }) {
  const t = useTranslations('audit')
  const [filter, setFilter] = useState(everything)
  const log = useAuditLog(filter, initial)
  const events = log.data?.pages.flatMap((page) => page.events) ?? []
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')} />
      <AuditFilters onSearch={setFilter} />
      <PagedList
        pages={log}
        errorTitle={t('error')}
        shown={isSettled && t('shown', { count: events.length })}
      >
        {isSettled && events.length === 0 && (
          <EmptyState icon="search" title={t('none.title')} detail={t('none.detail')} />
        )}
        {events.length > 0 && <AuditTable events={events} />}
      </PagedList>
    </>
  )
}
