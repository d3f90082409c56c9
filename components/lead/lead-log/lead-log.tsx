'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useTranslations } from 'use-intl'
import { type FirstVitecState, HeldNotice } from '@/components/delivery/held-notice'
import { SearchField } from '@/components/ui/search-field'
import { leadStatuses } from '@/lib/lead/lead'
import { BulkSend } from '../bulk-send/bulk-send'
import { BulkSendPanels } from '../bulk-send/bulk-send-panels'
import type { FirstBulkSends } from '../bulk-send/use-bulk-sends'
import { LeadLogResult } from './lead-log-result'
import { NoLeadsYet } from './no-leads-yet'
import { StatusFilter } from './status-filter'
import { useDebounced } from './use-debounced'
import { type FirstPage, useLeadLog } from './use-lead-log'
import { useTabText } from './use-tab-text'

const typingPause = 250

type LeadLogProps = {
  first: FirstPage
  vitec: FirstVitecState
  bulkSends: FirstBulkSends
  /** Where the API is, and whose lead to try it with: for those who have none yet. */
  origin: string
  customerId: string | null
}

/** The log: all leads, newest first, narrowed by words and by status. */
export function LeadLog({ first, vitec, bulkSends, origin, customerId }: LeadLogProps) {
  const words = useTranslations('leadLog')
  const [typed, setTyped] = useTabText('lead-search')
  const [status, setStatus] = useQueryState('status', parseAsStringLiteral(leadStatuses))
  const search = useDebounced(typed.trim(), typingPause)
  const log = useLeadLog({ search, status }, first)
  const isReady = !log.isPlaceholderData && typed.trim() === search
  const isFiltered = search !== '' || status !== null
  const leads = log.data?.pages.flatMap((page) => page.leads) ?? []

  if (!isFiltered && typed === '' && log.isSuccess && !log.isPlaceholderData && leads.length === 0) {
    return <NoLeadsYet origin={origin} customerId={customerId} />
  }
  return (
    <>
      <HeldNotice first={vitec} />
      <BulkSendPanels first={bulkSends} />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <StatusFilter value={status} onChange={(next) => void setStatus(next)} />
        <SearchField
          label={words('search')}
          placeholder={words('searchFor')}
          value={typed}
          onChange={setTyped}
          className="w-full sm:w-80"
        />
      </div>
      {leads.length > 0 && <BulkSend search={search} status={status} isReady={isReady} />}
      <LeadLogResult
        log={log}
        leads={leads}
        isReady={isReady}
        onClear={() => {
          setTyped('')
          void setStatus(null)
        }}
      />
    </>
  )
}
