'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
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
    <PagedList
      pages={log}
      errorTitle={words('error')}
      shown={isSettled && words('shown', { count: leads.length })}
    >
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
    </PagedList>
  )
}
