'use client'

import { useQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { DeliveryNotice } from '@/components/deliveries/delivery-notice'
import { recordInterval } from '@/components/deliveries/delivery-situation'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { useRecordShown, useShortcut } from '@/components/shortcuts/use-shortcut'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { ExactTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadHistory, leadHistorySchema } from '@/lib/leads/lead-history'
import { type LeadRecord, leadRecordSchema } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { returnToLog, useLogAddress } from '../log/log-place'
import { placeLine } from '../place-line'
import { LeadFacts } from './lead-facts'
import { MessagePanel } from './message-panel'
import { OtherLeads, PersonFacts } from './person-facts'
import { PropertyFacts } from './property-facts'
import { ReceivedRequest } from './received-request'
import { SpokenLine } from './spoken-line'
import { Timeline } from './timeline'

type LeadRecordViewProps = {
  leadId: string
  /** What the server put on the page; where it did not, it is fetched. */
  initial?: InitialRecord
  /** It stands beside the list, which says whose it is, and has no way back of its own. */
  isPanel?: boolean
}

/**
 * All there is to know of a lead: what became of it and what to do, who and what it is about, all that happened. It takes
 * its form from the room it gets, on a page or in a panel.
 */
export function LeadRecordView({ leadId, initial, isPanel = false }: LeadRecordViewProps) {
  const t = useTranslations('leads.record')
  const refusalWords = useRefusalWords()
  const takesKeys = useRecordShown(leadId)
  const { lead, history, error } = useLeadRecord(leadId, initial)
  useEditKey(lead)
  if (!lead || !history) {
    if (error) return <Notice tone="danger" title={refusalWords(error, t('timeline.failed'))} />
    return <RecordSkeleton />
  }
  return (
    <div className="@container" data-takes-keys={takesKeys}>
      {!isPanel && <RecordHeader lead={lead} />}
      <SpokenLine lead={lead} />
      {lead.anonymisedAt === null ? (
        <WholeRecord lead={lead} history={history} />
      ) : (
        <AnonymisedRecord lead={lead} history={history} at={lead.anonymisedAt} />
      )}
    </div>
  )
}

type RecordProps = { lead: LeadRecord; history: LeadHistory }

function WholeRecord({ lead, history }: RecordProps) {
  return (
    <>
      <div aria-live="polite">
        <DeliveryNotice lead={lead} />
      </div>
      <div className="mt-4 grid items-start gap-4 @4xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <PersonFacts lead={lead} />
          <PropertyFacts lead={lead} />
          <LeadFacts lead={lead} />
          <OtherLeads others={history.others} />
        </div>
        <div className="grid min-w-0 gap-4">
          <MessagePanel message={lead.message} />
          <Timeline lead={lead} history={history} />
          <ReceivedRequest body={lead.body} warnings={lead.warnings} />
        </div>
      </div>
    </>
  )
}

/** The key that opens the form with what the lead holds, wherever it may be sent anew. */
function useEditKey(lead: LeadRecord | undefined): void {
  const router = useRouter()
  const mayEdit = useCan('write') && lead?.allowedActions.includes('replace')
  useShortcut('e', lead && mayEdit ? () => router.push(`/leads/new?replaces=${lead.id}`) : null, {
    isAct: true,
  })
}

/** Whose lead it is, how it stands, and the way back. */
function RecordHeader({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
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
        <span>{t('back')}</span>
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

/** What is left of a lead whose person is gone: when, for whom, what became of it. */
function AnonymisedRecord({ lead, history, at }: RecordProps & { at: string }) {
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
      <Timeline lead={lead} history={history} />
    </div>
  )
}

/** Holds the record's place while it is fetched. */
function RecordSkeleton() {
  return (
    <div className="grid gap-4">
      <Skeleton className="h-7 w-60" />
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  )
}

/** `readAt` is ms since 1970. */
type InitialRecord = { lead: LeadRecord; history: LeadHistory; readAt: number }

type ShownRecord = { lead: LeadRecord | undefined; history: LeadHistory | undefined; error: Error | null }

/**
 * A lead's record, read again as long as something is about to happen to it, and its history, read again when the record
 * has changed: it costs more, and most looks find nothing new.
 */
function useLeadRecord(leadId: string, initial: InitialRecord | undefined): ShownRecord {
  const record = useQuery({
    queryKey: ['lead', leadId],
    queryFn: ({ signal }) => callApi(`/api/staff/leads/${leadId}`, { answer: leadRecordSchema, signal }),
    ...(initial && { initialData: initial.lead, initialDataUpdatedAt: initial.readAt }),
    refetchInterval: ({ state }) => (state.data ? recordInterval(state.data, new Date()) : false),
  })
  const stage = record.data && stageOf(record.data)
  const isInitial = initial !== undefined && stage === stageOf(initial.lead)
  const history = useQuery({
    queryKey: ['lead', leadId, 'history', stage],
    queryFn: ({ signal }) =>
      callApi(`/api/staff/leads/${leadId}/history`, { answer: leadHistorySchema, signal }),
    enabled: stage !== undefined,
    // Of another lead nothing is shown meanwhile: a panel goes from one to the next.
    placeholderData: (before, query) => (query?.queryKey[1] === leadId ? before : undefined),
    ...(isInitial && { initialData: initial.history, initialDataUpdatedAt: initial.readAt }),
  })
  return { lead: record.data, history: history.data, error: record.error ?? history.error }
}

/** What changes with everything that a history tells of, but for what is only seen when it is asked for. */
const stageOf = ({ status, attempts, customerPaused, obstacle, anonymisedAt, replacedById }: LeadRecord) =>
  [status, attempts.length, customerPaused, obstacle, anonymisedAt, replacedById].join()
