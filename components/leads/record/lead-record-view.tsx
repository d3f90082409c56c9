'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { AttemptList } from '@/components/deliveries/attempt-list'
import { DeliveryNotice } from '@/components/deliveries/delivery-notice'
import { recordInterval } from '@/components/deliveries/delivery-situation'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { useRecordShown, useShortcut } from '@/components/shortcuts/use-shortcut'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ExactTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadRecord, leadRecordSchema } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { returnToLog, useLogAddress } from '../log/log-place'
import { placeLine } from '../place-line'
import { LeadFacts } from './lead-facts'
import { MessagePanel } from './message-panel'
import { PersonFacts } from './person-facts'
import { PropertyFacts } from './property-facts'
import { ReceivedRequest } from './received-request'

type LeadRecordViewProps = {
  initial: LeadRecord
  readAt: number
  /** It stands beside the list, which says whose it is. */
  isPanel?: boolean
}

/** All there is to know of a lead: what became of it and what to do, who and what it is about, every attempt. */
export function LeadRecordView({ initial, readAt, isPanel = false }: LeadRecordViewProps) {
  const lead = useLeadRecord(initial, readAt)
  const takesKeys = useRecordShown(lead.id)
  useEditKey(lead)
  if (lead.anonymisedAt !== null) {
    return (
      <>
        {!isPanel && <RecordHeader lead={lead} />}
        <AnonymisedRecord lead={lead} at={lead.anonymisedAt} />
      </>
    )
  }
  return (
    <div className="@container" data-takes-keys={takesKeys}>
      {!isPanel && <RecordHeader lead={lead} />}
      <div aria-live="polite">
        <DeliveryNotice lead={lead} />
      </div>
      <div className="mt-4 grid items-start gap-4 @3xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <PersonFacts lead={lead} />
          <PropertyFacts lead={lead} />
          <LeadFacts lead={lead} />
        </div>
        <div className="grid min-w-0 gap-4">
          <MessagePanel message={lead.message} />
          <AttemptList attempts={lead.attempts} />
          <ReceivedRequest body={lead.body} warnings={lead.warnings} />
        </div>
      </div>
    </div>
  )
}

/** The key that opens the form with what the lead holds, wherever it may be sent anew. */
function useEditKey({ id, status }: LeadRecord): void {
  const router = useRouter()
  const mayEdit = useCan('write') && status !== 'delivered'
  useShortcut('e', mayEdit ? () => router.push(`/leads/new?replaces=${id}`) : null, { isAct: true })
}

/** The other list that one may come from. */
const toDoAddress = '/leads/to-do'

/** Whose lead it is, how it stands, and the way back. */
function RecordHeader({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tShell = useTranslations('shell')
  const address = useLogAddress()
  const back = useRef<HTMLAnchorElement>(null)
  useShortcut('Escape', () => back.current?.click())
  return (
    <>
      <TextLink
        ref={back}
        // One of our own addresses, with the filter that the log had.
        href={address as Route}
        scroll={false}
        onClick={() => returnToLog(address)}
        className="mb-1 inline-flex items-center gap-1 text-sm"
      >
        <Icon name="right" className="size-3.5 rotate-180" />
        <span>{address === toDoAddress ? tShell('toDo') : t('back')}</span>
      </TextLink>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              <LeadName lead={lead} />
            </span>
            <StatusBadge status={lead.status} />
          </span>
        }
        detail={lead.anonymisedAt === null && <Data>{placeLine(lead)}</Data>}
      />
    </>
  )
}

type AnonymisedRecordProps = { lead: LeadRecord; at: string }

/** What is left of a lead whose person is gone: when, for whom, what became of it. */
function AnonymisedRecord({ lead, at }: AnonymisedRecordProps) {
  const t = useTranslations('leads.record.anonymised')
  const { erasureId } = lead
  return (
    <div className="grid max-w-180 gap-4">
      <Notice tone="neutral" title={t('title')}>
        <p>
          <span>{t(erasureId ? 'byRequest' : 'byAge')}</span> <ExactTime at={at} />
        </p>
        {erasureId && (
          <p className="mt-1">
            {t('receipt')} <Data className="font-mono text-xs wrap-anywhere">{erasureId}</Data>
          </p>
        )}
      </Notice>
      <LeadFacts lead={lead} />
    </div>
  )
}

/** A lead's record, read again as long as something is about to happen to it. `readAt` is ms since 1970. */
function useLeadRecord(initial: LeadRecord, readAt: number): LeadRecord {
  const { data } = useQuery({
    queryKey: ['lead', initial.id],
    queryFn: ({ signal }) => callApi(`/api/staff/leads/${initial.id}`, { answer: leadRecordSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
    refetchInterval: ({ state }) => (state.data ? recordInterval(state.data, new Date()) : false),
  })
  return data
}
