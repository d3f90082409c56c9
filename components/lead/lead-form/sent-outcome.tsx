'use client'

import { useEffect, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { statusLook } from '@/components/delivery/status-badge'
import { VitecAnswer } from '@/components/delivery/vitec-answer'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import type { SentLead } from '@/lib/lead/sent-lead'

type SentOutcomeProps = {
  lead: SentLead
  /** A new form for the same customer. */
  onAnother: () => void
  /** Back to the form as it was sent. */
  onEdit: () => void
}

/** What became of the lead that was just sent, in words, and where to go from here. */
export function SentOutcome({ lead, onAnother, onEdit }: SentOutcomeProps) {
  const words = useTranslations('leadForm')
  const outcome = useTranslations('outcome')
  const format = useFormatter()
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isRejected = lead.status === 'rejected'
  return (
    <div ref={heading} role="status" tabIndex={-1} className="flex flex-col gap-4 outline-none">
      <Notice tone={statusLook[lead.status].tone} title={outcome(`${lead.status}.title`)}>
        <p>{outcome(`${lead.status}.detail`)}</p>
        {lead.nextAttemptAt && (
          <p>{outcome('nextAttempt', { time: format.dateTime(new Date(lead.nextAttemptAt), 'clock') })}</p>
        )}
        <VitecAnswer {...lead} />
      </Notice>
      <div className="flex flex-wrap gap-2">
        {isRejected && (
          <Button variant="primary" onPress={onEdit}>
            {words('edit')}
          </Button>
        )}
        <Button variant={isRejected ? 'secondary' : 'primary'} onPress={onAnother}>
          {words('another')}
        </Button>
        <LinkButton href={`/leads/${lead.id}`}>{words('toRecord')}</LinkButton>
      </div>
    </div>
  )
}
