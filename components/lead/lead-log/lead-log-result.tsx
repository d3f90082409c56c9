'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import type { LeadRow } from '@/lib/lead/lead-view'
import { LeadTable } from './lead-table'
import { LeadTableSkeleton } from './lead-table-skeleton'
import type { useLeadLog } from './use-lead-log'

type LeadLogResultProps = {
  log: ReturnType<typeof useLeadLog>
  leads: LeadRow[]
  /** Whether they are what was asked for, and not about to be replaced. */
  isReady: boolean
  /** Takes the filter away. */
  onClear: () => void
}

/** What the filter lets through, or why there is nothing to see. */
export function LeadLogResult({ log, leads, isReady, onClear }: LeadLogResultProps) {
  const words = useTranslations('leadLog')
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <>
      <p role="status" className="sr-only">
        {isSettled && words('shown', { count: leads.length })}
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
      {log.isPending && <LeadTableSkeleton />}
      {isSettled && leads.length === 0 && (
        <EmptyState icon="search" title={words('noHits.title')} detail={words('noHits.detail')}>
          <Button onPress={onClear}>{words('noHits.clear')}</Button>
        </EmptyState>
      )}
      {leads.length > 0 && (
        <div
          aria-busy={!isReady}
          className={`transition-opacity ${log.isPlaceholderData ? 'opacity-60' : ''}`}
        >
          <LeadTable leads={leads} />
        </div>
      )}
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
