'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { DeliveryNotice } from '@/components/deliveries/delivery-notice'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { useRecordShown, useShortcut } from '@/components/shortcuts/use-shortcut'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { NotRead } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import { ExactTime } from '@/components/ui/times'
import type { LeadHistory } from '@/lib/leads/lead-history'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { goOnAfter, returnToLog, useVisitedLog } from '../log/log-place'
import { placeLine } from '../place-line'
import { LeadFacts } from './lead-facts'
import { MessagePanel } from './message-panel'
import { OtherLeads, PersonFacts } from './person-facts'
import { PropertyFacts } from './property-facts'
import { ReceivedRequest } from './received-request'
import { SpokenLine } from './spoken-line'
import { Timeline } from './timeline'
import { type HistoryQuery, useLeadHistory, useLeadRecord } from './use-lead-record'

type LeadRecordViewProps = {
  initial: LeadRecord
  /** When that was read, in ms since 1970. */
  readAt: number
  /** Read with it; where it was not, it is fetched. */
  initialHistory?: LeadHistory
  /** It stands beside the list, which says whose it is, and has no way back of its own. */
  isPanel?: boolean
}

/**
 * All there is to know of a lead: what became of it and what to do, who and what it is about, all that happened. It takes
 * its form from the room it gets, on a page or in a panel.
 */
export function LeadRecordView({ initial, readAt, initialHistory, isPanel = false }: LeadRecordViewProps) {
  const lead = useLeadRecord(initial, readAt)
  const history = useLeadHistory(lead, { initial, readAt, initialHistory })
  const takesKeys = useRecordShown(lead.id)
  useEditKey(lead)
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

type RecordProps = { lead: LeadRecord; history: HistoryQuery }

function WholeRecord({ lead, history }: RecordProps) {
  return (
    <>
      <div aria-live="polite">
        <DeliveryNotice lead={lead} />
      </div>
      <div className="mt-4 grid items-start gap-4 @3xl:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <PersonFacts lead={lead} />
          <PropertyFacts lead={lead} />
          <LeadFacts lead={lead} />
          {history.data && <OtherLeads others={history.data.others} />}
        </div>
        <div className="grid min-w-0 gap-4">
          <MessagePanel message={lead.message} />
          <TimelineWhenRead lead={lead} history={history} />
          <ReceivedRequest body={lead.body} warnings={lead.warnings} />
        </div>
      </div>
    </>
  )
}

/** The timeline, or what holds its place until it is there. */
function TimelineWhenRead({ lead, history: { data, isError, refetch } }: RecordProps) {
  const t = useTranslations('leads.record.timeline')
  if (data) return <Timeline lead={lead} history={data} />
  if (isError) return <NotRead title={t('failed')} onRetry={refetch} />
  return <Skeleton className="h-40 w-full" />
}

/** The key that opens the form with what the lead holds, wherever it may be sent anew. */
function useEditKey({ id, allowedActions }: LeadRecord): void {
  const router = useRouter()
  const mayEdit = useCan('write') && allowedActions.includes('replace')
  useShortcut('e', mayEdit ? () => router.push(`/leads/new?replaces=${id}`) : null, { isAct: true })
}

/** The other list that one may come from. */
const toDoAddress = '/leads/to-do'

/** Whose lead it is, how it stands, and the way back. */
function RecordHeader({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tShell = useTranslations('shell')
  const visited = useVisitedLog()
  const address = visited || '/leads'
  const back = useRef<HTMLAnchorElement>(null)
  useShortcut('Escape', () => back.current?.click())
  useEffect(() => {
    if (visited !== '') goOnAfter(lead.id, null, visited)
  }, [lead.id, visited])
  return (
    <>
      <TextLink
        ref={back}
        // One of our own addresses, with the filter that the log had.
        href={address as Route}
        scroll={false}
        onClick={() => returnToLog(address)}
        className="mb-1 inline-flex min-h-6 items-center gap-1 text-sm"
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
      <TimelineWhenRead lead={lead} history={history} />
    </div>
  )
}
