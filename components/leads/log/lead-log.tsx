'use client'

import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { BulkSendButton } from '@/components/bulk-sends/bulk-send-button'
import { BulkSendPanels } from '@/components/bulk-sends/bulk-send-panels'
import type { InitialBulkSends } from '@/components/bulk-sends/use-bulk-sends'
import { HeldNotice, type InitialVitecState } from '@/components/deliveries/held-notice'
import { Notice } from '@/components/ui/notice'
import { SearchField } from '@/components/ui/search-field'
import { useSettled, useTabText } from '@/components/ui/use-tab-text'
import {
  type FilterChoices,
  isNarrowed,
  isSameFilter,
  type LeadFilter,
  noFilter,
} from '@/lib/leads/log-filter'
import { FilterBar, HiddenTests } from './filter-bar'
import { LeadLogResult } from './lead-log-result'
import { useRememberedLog } from './log-place'
import { LogTabs } from './log-tabs'
import { NoHits } from './no-hits'
import { type FirstLead, NoLeadsYet } from './no-leads-yet'
import { Narrow } from './only-this'
import { SaveLeads } from './save-leads'
import { StatusFilter } from './status-filter'
import { type Opening, useLeadFilter } from './use-lead-filter'
import { type InitialPage, useLeadLog } from './use-lead-log'

const typingPause = 250

type LeadLogProps = {
  initial: InitialPage
  /** What the address opened. */
  opening: Opening
  /** What the ids of the filter are called, where it has any. */
  filterNames: FilterChoices | null
  /** Whether the reader may save leads as a file. */
  mayExport: boolean
  vitec: InitialVitecState
  bulkSends: InitialBulkSends
  /** How to send one over the API, for those who have none yet. */
  firstLead: FirstLead
}

/** The log: all leads, newest first, narrowed by words and filters. */
export function LeadLog(props: LeadLogProps) {
  const { initial, opening, filterNames, mayExport, vitec, bulkSends, firstLead } = props
  const t = useTranslations('leads.log')
  const [typed, setTyped] = useTabText('lead-search')
  const settled = useSettled(typed.trim(), typingPause)
  const filters = useLeadFilter(opening)
  const search = useLinkedWords(filters, settled, setTyped)
  const filter = { ...filters.filter, search }
  const log = useLeadLog(filter, initial)
  const isReady = !log.isPlaceholderData && typed.trim() === search
  const isFiltered = search !== '' || isNarrowed(filter)
  const clear = () => {
    setTyped('')
    filters.clear()
  }
  const showTests = () => filters.change({ tests: 'with' })
  const { leads } = log
  useRememberedLog()

  if (!isFiltered && typed === '' && log.isSuccess && !log.isPlaceholderData && leads.length === 0) {
    return (
      <>
        <NoLeadsYet firstLead={firstLead} />
        <div className="mt-4">
          <HiddenTests onShow={showTests} />
        </div>
      </>
    )
  }
  return (
    <>
      <LogTabs current={logTabOf(filter)} />
      <HeldNotice initial={vitec} />
      <BulkSendPanels initial={bulkSends} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <StatusFilter value={filter.status} onChange={(status) => filters.change({ status })} />
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <SearchField
            label={t('search')}
            placeholder={t('searchFor')}
            value={typed}
            onChange={setTyped}
            className="w-full sm:w-80"
          />
          {mayExport && <SaveLeads filter={filter} isReady={isReady && leads.length > 0} />}
        </div>
      </div>
      {opening.isGone && <GoneNotice />}
      <FilterBar
        filter={filter}
        isReady={isReady}
        initialNames={filterNames}
        view={filters.view}
        onSet={filters.set}
        onClear={clear}
      />
      {leads.length > 0 && <BulkSendButton filter={filter} isReady={isReady} />}
      <Narrow value={filters.change}>
        <LeadLogResult
          log={log}
          filter={filter}
          list="all"
          isReady={isReady}
          empty={<NoHits filter={filter} onSearch={setTyped} onTests={showTests} onClear={clear} />}
        />
      </Narrow>
    </>
  )
}

/** Says that what an address named is not there, and that all leads are shown. */
function GoneNotice() {
  const t = useTranslations('leads.filter.link')
  return (
    <div className="mb-3">
      <Notice tone="warning" title={t('gone')}>
        {t('goneDetail')}
      </Notice>
    </div>
  )
}

/** The words that are searched for: those that a link has brought, until they are in their place in the tab. */
function useLinkedWords(
  { link, set }: Pick<ReturnType<typeof useLeadFilter>, 'link' | 'set'>,
  settled: string,
  setTyped: (text: string) => void,
): string {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link
  useEffect(() => {
    if (link) setTyped(link.filter.search)
  }, [link?.token])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once its words are where they belong
  useEffect(() => {
    if (link && settled === link.filter.search) set(link.filter)
  }, [link?.token, settled])
  return link?.filter.search ?? settled
}

/** The tab that shows the leads of a filter. */
const logTabOf = (filter: LeadFilter) => {
  if (!isNarrowed(filter)) return 'all'
  return isSameFilter(filter, { ...noFilter, status: ['pending'] }) ? 'pending' : null
}
