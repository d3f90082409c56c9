'use client'

import { useTranslations } from 'use-intl'
import { PagedList } from '@/components/ui/paged-list'
import type { LeadFilter, LeadRow } from '@/lib/leads/lead-view'
import { LeadTable } from './lead-table'
import { LeadTableSkeleton } from './lead-table-skeleton'
import { NoHits } from './no-hits'
import type { useLeadLog } from './use-lead-log'

type LeadLogResultProps = {
  log: ReturnType<typeof useLeadLog>
  /** What they were asked for by. */
  filter: LeadFilter
  leads: LeadRow[]
  /** Whether they are what was asked for, and not about to be replaced. */
  isReady: boolean
  /** Searches for something else. */
  onSearch: (search: string) => void
  /** Takes the filter away. */
  onClear: () => void
}

/** What the filter lets through, or why there is nothing to see. */
export function LeadLogResult({ log, filter, leads, isReady, onSearch, onClear }: LeadLogResultProps) {
  const words = useTranslations('leadLog')
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <PagedList
      pages={log}
      errorTitle={words('error')}
      shown={isSettled && words('shown', { count: leads.length })}
    >
      {log.isPending && <LeadTableSkeleton />}
      {isSettled && leads.length === 0 && <NoHits filter={filter} onSearch={onSearch} onClear={onClear} />}
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
