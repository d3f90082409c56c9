'use client'

import { AttemptList } from '@/components/deliveries/attempt-list'
import { DeliveryNotice } from '@/components/deliveries/delivery-notice'
import type { LeadRecord } from '@/lib/lead/lead-view'
import { AnonymisedRecord } from './anonymised-record'
import { LeadFacts } from './lead-facts'
import { MessagePanel } from './message-panel'
import { PersonFacts } from './person-facts'
import { PropertyFacts } from './property-facts'
import { ReceivedBody } from './received-body'
import { RecordHeader } from './record-header'
import { useLeadRecord } from './use-lead-record'

type LeadRecordViewProps = { initial: LeadRecord; readAt: number }

/** All there is to know of a lead: what became of it and what to do, who and what it is about, every attempt. */
export function LeadRecordView({ initial, readAt }: LeadRecordViewProps) {
  const lead = useLeadRecord(initial, readAt)
  if (lead.anonymisedAt !== null) {
    return (
      <>
        <RecordHeader lead={lead} />
        <AnonymisedRecord lead={lead} at={lead.anonymisedAt} />
      </>
    )
  }
  return (
    <>
      <RecordHeader lead={lead} />
      <div aria-live="polite">
        <DeliveryNotice lead={lead} />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <div className="grid min-w-0 gap-4">
          <PersonFacts lead={lead} />
          <PropertyFacts lead={lead} />
          <LeadFacts lead={lead} />
        </div>
        <div className="grid min-w-0 gap-4">
          <MessagePanel message={lead.message} />
          <AttemptList attempts={lead.attempts} />
          <ReceivedBody body={lead.body} warnings={lead.warnings} />
        </div>
      </div>
    </>
  )
}
