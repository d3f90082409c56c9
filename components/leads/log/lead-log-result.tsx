'use client'

import { useTranslations } from 'use-intl'
import { PagedList } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import type { LeadRow } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { LeadTable } from './lead-table'
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
  const t = useTranslations('leads.log')
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <PagedList pages={log} errorTitle={t('error')} shown={isSettled && t('shown', { count: leads.length })}>
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

const rows = ['w-40', 'w-32', 'w-44', 'w-36', 'w-28', 'w-40', 'w-32', 'w-44']

/** Holds the place of the log's first rows. */
function LeadTableSkeleton() {
  return (
    <div className="rounded-lg border border-line bg-surface pt-8">
      {rows.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <div key={index} className="flex h-12 flex-col justify-center gap-1.5 border-t border-line px-3">
          <Skeleton className={`h-3 ${width}`} />
          <Skeleton className="h-2.5 w-56" />
        </div>
      ))}
    </div>
  )
}
