'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { PagedList } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import { mostNew } from '@/lib/leads/lead-news'
import type { LeadListName } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { LeadTable } from './lead-table'
import { RecordPanel } from './record-panel'
import type { LeadLogQuery } from './use-lead-log'
import { useLogNews } from './use-log-news'
import { useOpenLead } from './use-open-lead'

type LeadLogResultProps = {
  log: LeadLogQuery
  /** What they were asked for by. */
  filter: LeadFilter
  list: LeadListName
  /** Whether they are what was asked for, and not about to be replaced. */
  isReady: boolean
  /** What stands there where there are none. */
  empty: React.ReactNode
}

/** What the filter lets through, or why there is nothing to see; and beside it the record that is open. */
export function LeadLogResult({ log, filter, list, isReady, empty }: LeadLogResultProps) {
  const t = useTranslations('leads.log')
  const newLeads = useLogNews(log, filter, list)
  const open = useOpenLead(log)
  const { leads } = log
  const isSettled = log.isSuccess && !log.isPlaceholderData
  return (
    <div
      className={
        open.id === null
          ? ''
          : 'min-[1100px]:grid min-[1100px]:grid-cols-[minmax(22rem,1fr)_minmax(30rem,44rem)] min-[1100px]:gap-4'
      }
    >
      <div className="min-w-0">
        <NewLeads count={leads.length > 0 ? newLeads : 0} onShow={() => void log.showNew()} />
        <PagedList
          pages={log}
          errorTitle={t('error')}
          shown={isSettled && t('shown', { count: leads.length })}
        >
          {log.isPending && <LeadTableSkeleton />}
          {isSettled && leads.length === 0 && empty}
          {leads.length > 0 && (
            <div
              aria-busy={!isReady}
              className={`transition-opacity ${log.isPlaceholderData ? 'opacity-60 delay-300' : ''}`}
            >
              <LeadTable leads={leads} openId={open.id} showsWho={list === 'to_do'} onOpen={open.follow} />
            </div>
          )}
        </PagedList>
      </div>
      {open.id !== null && (
        <RecordPanel
          leadId={open.id}
          row={leads.find(({ id }) => id === open.id)}
          onNext={open.next}
          onPrevious={open.previous}
          onClose={open.close}
        />
      )}
    </div>
  )
}

type NewLeadsProps = { count: number; onShow: () => void }

/** Says that there are leads which the list does not show, in its own place above it, and shows them when pressed. */
function NewLeads({ count, onShow }: NewLeadsProps) {
  const t = useTranslations('leads.log')
  return (
    <>
      <p role="status" className="sr-only">
        {/* Said once, not for each that comes. */}
        {count > 0 && t('someNew')}
      </p>
      {count > 0 && (
        <div className="sticky top-[calc(var(--ribbon)+0.5rem)] z-10 flex h-0 max-md:top-14 low:max-md:top-2 items-start justify-center">
          <Button
            size="sm"
            variant="primary"
            className="rounded-full! shadow-popover"
            onPress={() => {
              onShow()
              window.scrollTo({ top: 0 })
            }}
          >
            <Icon name="chevron" className="rotate-180" />
            <span>{t('new', { count: count < mostNew ? String(count) : `${mostNew - 1}+` })}</span>
          </Button>
        </div>
      )}
    </>
  )
}

const rows = ['w-40', 'w-32', 'w-44', 'w-36', 'w-28', 'w-40', 'w-32', 'w-44']

/** Holds the place of the log's first rows, where they take their time. */
function LeadTableSkeleton() {
  return (
    <div className="appear-late rounded-lg border border-line bg-surface pt-8">
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
