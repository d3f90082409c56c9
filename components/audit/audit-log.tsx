'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { AuditFilters } from './audit-filters'
import { AuditTable } from './audit-table'
import { everything, type FirstAuditPage, useAuditLog } from './use-audit-log'

/** Who did what, newest first, for administrators. */
export function AuditLog({ first }: { first: FirstAuditPage }) {
  const words = useTranslations('audit')
  const [filter, setFilter] = useState(everything)
  const log = useAuditLog(filter, first)
  const events = log.data?.pages.flatMap((page) => page.events) ?? []
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <>
      <PageHeader title={words('title')} detail={words('detail')} />
      <AuditFilters onSearch={setFilter} />
      <p role="status" className="sr-only">
        {isSettled && words('shown', { count: events.length })}
      </p>
      {log.isError && (
        <div role="alert" className="mb-3">
          <Notice tone="danger" title={words('error')}>
            <Button size="sm" onPress={() => void log.refetch()}>
              {words('retry')}
            </Button>
          </Notice>
        </div>
      )}
      {isSettled && events.length === 0 && (
        <EmptyState icon="search" title={words('none.title')} detail={words('none.detail')} />
      )}
      {events.length > 0 && <AuditTable events={events} />}
      {log.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button onPress={() => void log.fetchNextPage()} isPending={log.isFetchingNextPage}>
            {words('more')}
          </Button>
        </div>
      )}
    </>
  )
}
