'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { ExactTime } from '@/components/ui/exact-time'
import { Notice } from '@/components/ui/notice'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { LeadFacts } from './lead-facts'

type AnonymisedRecordProps = { lead: LeadRecord; at: string }

/** What is left of a lead whose person is gone: when, for whom, what became of it. */
export function AnonymisedRecord({ lead, at }: AnonymisedRecordProps) {
  const words = useTranslations('leadRecord.anonymised')
  const { erasureId } = lead
  return (
    <div className="grid max-w-180 gap-4">
      <Notice tone="neutral" title={words('title')}>
        <p>
          <span>{words(erasureId ? 'byRequest' : 'byAge')}</span> <ExactTime at={at} />
        </p>
        {erasureId && (
          <p className="mt-1">
            {words('receipt')} <Data className="font-mono text-xs wrap-anywhere">{erasureId}</Data>
          </p>
        )}
      </Notice>
      <LeadFacts lead={lead} />
    </div>
  )
}
