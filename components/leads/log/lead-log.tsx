'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { BulkSendButton } from '@/components/bulk-sends/bulk-send-button'
import { BulkSendPanels } from '@/components/bulk-sends/bulk-send-panels'
import type { InitialBulkSends } from '@/components/bulk-sends/use-bulk-sends'
import { HeldNotice, type InitialVitecState } from '@/components/deliveries/held-notice'
import { SearchField } from '@/components/ui/search-field'
import { useTabText } from '@/components/ui/use-tab-text'
import { type LeadStatus, leadStatuses } from '@/lib/leads/lead'
import { LeadLogResult } from './lead-log-result'
import { useRememberedLog } from './log-place'
import { LogTabs } from './log-tabs'
import { NoHits } from './no-hits'
import { type FirstLead, NoLeadsYet } from './no-leads-yet'
import { SaveLeads } from './save-leads'
import { StatusFilter } from './status-filter'
import { type InitialPage, useLeadLog } from './use-lead-log'

const typingPause = 250

type LeadLogProps = {
  initial: InitialPage
  vitec: InitialVitecState
  bulkSends: InitialBulkSends
  /** How to send one over the API, for those who have none yet. */
  firstLead: FirstLead
}

/** The log: all leads, newest first, narrowed by words and by status. */
export function LeadLog({ initial, vitec, bulkSends, firstLead }: LeadLogProps) {
  const t = useTranslations('leads.log')
  const [typed, setTyped] = useTabText('lead-search')
  const [status, setStatus] = useQueryState('status', parseAsStringLiteral(leadStatuses))
  const search = useDebounced(typed.trim(), typingPause)
  const log = useLeadLog({ search, status }, initial)
  const isReady = !log.isPlaceholderData && typed.trim() === search
  const isFiltered = search !== '' || status !== null
  const { leads } = log
  useRememberedLog()

  if (!isFiltered && typed === '' && log.isSuccess && !log.isPlaceholderData && leads.length === 0) {
    return <NoLeadsYet firstLead={firstLead} />
  }
  return (
    <>
      <LogTabs current={logTabOf(status)} />
      <HeldNotice initial={vitec} />
      <BulkSendPanels initial={bulkSends} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <StatusFilter value={status} onChange={(next) => void setStatus(next)} />
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <SearchField
            label={t('search')}
            placeholder={t('searchFor')}
            value={typed}
            onChange={setTyped}
            className="w-full sm:w-80"
          />
          <Can permission="administer">
            <SaveLeads filter={{ search, status }} isReady={isReady && leads.length > 0} />
          </Can>
        </div>
      </div>
      {leads.length > 0 && <BulkSendButton search={search} status={status} isReady={isReady} />}
      <LeadLogResult
        log={log}
        filter={{ search, status }}
        list="all"
        isReady={isReady}
        empty={
          <NoHits
            filter={{ search, status }}
            onSearch={setTyped}
            onClear={() => {
              setTyped('')
              void setStatus(null)
            }}
          />
        }
      />
    </>
  )
}

/** The tab that shows the leads of a status. */
const logTabOf = (status: LeadStatus | null) => {
  if (status === null) return 'all'
  return status === 'pending' ? status : null
}

/** `value`, once it has stood still for `delay` ms. */
function useDebounced<T>(value: T, delay: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
