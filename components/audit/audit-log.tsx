'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
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
  /** How often the fields were emptied: each time they begin anew. */
  const [cleared, setCleared] = useState(0)
  const log = useAuditLog(filter, initial)
  const events = log.data?.pages.flatMap((page) => page.events) ?? []
  const isFiltered = Object.values(filter).some((part) => part !== '' && part !== null)
  const clear = () => {
    setFilter(everything)
    setCleared((times) => times + 1)
  }
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')} />
      <AuditFilters key={cleared} onSearch={setFilter} />
      <PagedList
        pages={log}
        errorTitle={t('error')}
        shown={isSettled && t('shown', { count: events.length })}
      >
        {isSettled && events.length === 0 && (
          <EmptyState
            icon={isFiltered ? 'search' : 'clock'}
            title={t(isFiltered ? 'noHits.title' : 'none.title')}
            detail={t(isFiltered ? 'noHits.detail' : 'none.detail')}
          >
            {isFiltered && <Button onPress={clear}>{t('noHits.clear')}</Button>}
          </EmptyState>
        )}
        {events.length > 0 && <AuditTable events={events} />}
      </PagedList>
    </>
  )
}
