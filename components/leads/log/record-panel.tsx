'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { partOnUse } from '@/components/ui/part-on-use'
import { Skeleton } from '@/components/ui/skeleton'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { type LeadRow, leadRecordSchema } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { placeLine } from '../place-line'

const LeadRecordView = partOnUse(() =>
  import('../record/lead-record-view').then((record) => record.LeadRecordView),
)

type RecordPanelProps = {
  leadId: string
  /** Its row, where it is among those that are loaded. */
  row: LeadRow | undefined
  /** `null` where there is no other. */
  onNext: (() => void) | null
  onPrevious: (() => void) | null
  onClose: () => void
}

/** A record beside the list. Whoever opens it, or goes on to another one, is at its heading. */
export function RecordPanel({ leadId, row, onNext, onPrevious, onClose }: RecordPanelProps) {
  const t = useTranslations('leads.panel')
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['lead', leadId],
    queryFn: ({ signal }) => callApi(`/api/staff/leads/${leadId}`, { answer: leadRecordSchema, signal }),
    retry: (count, failure) => !(failure instanceof ApiError && failure.status === 404) && count < 2,
  })
  const headingId = useId()
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const lead = data ?? row
  const isNamed = lead !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lead is what it is about
  useEffect(() => {
    if (!isNamed) return
    heading.current?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
  }, [leadId, isNamed])
  return (
    <section
      ref={panel}
      aria-labelledby={headingId}
      className="sticky top-[calc(var(--ribbon)+1rem)] hidden max-h-[calc(100dvh-var(--ribbon)-2rem)] min-w-0 self-start overflow-y-auto rounded-lg border border-line bg-canvas min-[1100px]:block"
    >
      <div className="sticky top-0 z-10 border-b border-line bg-surface px-4 py-2">
        <div className="flex items-center justify-between gap-2">
          <div className="-ml-1.5 flex items-center gap-1">
            <PanelButton label={t('previous')} icon="rotate-180" onPress={onPrevious} />
            <PanelButton label={t('next')} icon="" onPress={onNext} />
            <TextLink href={`/leads/${leadId}`} className="ml-2 inline-flex min-h-6 items-center text-sm">
              {t('whole')}
            </TextLink>
          </div>
          <Button variant="quiet" size="icon" aria-label={t('close')} onPress={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        <h2
          ref={heading}
          id={headingId}
          tabIndex={-1}
          className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-lg font-semibold text-ink outline-none"
        >
          {lead ? (
            <>
              <span className="min-w-0 wrap-anywhere">
                <LeadName lead={lead} />
              </span>
              <StatusBadge status={lead.status} />
            </>
          ) : (
            <span>{t('title')}</span>
          )}
        </h2>
        {lead && lead.anonymisedAt === null && (
          <p className="text-sm text-faint">
            <Data>{placeLine(lead)}</Data>
          </p>
        )}
      </div>
      <div className="p-4">
        {data && (
          <LeadRecordView
            key={leadId}
            initial={data}
            readAt={dataUpdatedAt}
            isPanel
            until={<PanelSkeleton />}
          />
        )}
        {!data && !error && <PanelSkeleton />}
        {!data && error && (
          <Notice
            tone="danger"
            title={t(error instanceof ApiError && error.status === 404 ? 'gone' : 'error')}
          >
            <Button size="sm" onPress={() => void refetch()}>
              {t('retry')}
            </Button>
          </Notice>
        )}
      </div>
    </section>
  )
}

type PanelButtonProps = { label: string; icon: string; onPress: (() => void) | null }

function PanelButton({ label, icon, onPress }: PanelButtonProps) {
  return (
    <Button
      variant="quiet"
      size="icon"
      aria-label={label}
      isDisabled={onPress === null}
      onPress={() => onPress?.()}
    >
      <Icon name="chevron" className={icon} />
    </Button>
  )
}

function PanelSkeleton() {
  return (
    <div className="appear-late grid gap-3">
      <Skeleton className="h-24 w-full" />
      <Skeleton className="h-40 w-full" />
      <Skeleton className="h-32 w-full" />
    </div>
  )
}
