'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { sentSituation } from '@/components/deliveries/delivery-situation'
import { statusLook } from '@/components/deliveries/status-badge'
import { VitecId, VitecWords } from '@/components/deliveries/vitec-words'
import { NextAttempt } from '@/components/deliveries/waiting-for'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { SentLead } from '@/lib/leads/lead'

type SentOutcomeProps = {
  lead: SentLead
  /** The customer it was sent to. */
  customer: string
  /** A new form for the same customer. */
  onAnother: () => void
  /** Back to the form as it was sent. */
  onEdit: () => void
}

/** What became of the lead that was just sent, in words, and where to go from here. */
export function SentOutcome({ lead, customer, onAnother, onEdit }: SentOutcomeProps) {
  const t = useTranslations('leads.form')
  const tDelivery = useTranslations('deliveries')
  const outcome = useRef<HTMLElement>(null)
  useEffect(() => outcome.current?.focus(), [])
  const situation = sentSituation(lead)
  const title = tDelivery(`situation.${situation}.title`)
  const isRejected = lead.status === 'rejected'
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <section ref={outcome} aria-label={title} tabIndex={-1} className="outline-none">
        <Notice {...statusLook[lead.status]} title={title}>
          <p>{tDelivery(`situation.${situation}.todo`, { customer })}</p>
          {lead.vitecLeadId && <VitecId id={lead.vitecLeadId} />}
          {lead.nextAttemptAt && lead.obstacle === null && <NextAttempt at={lead.nextAttemptAt} />}
          {isRejected && lead.word && <VitecWords word={lead.word} />}
        </Notice>
      </section>
      <div className="flex flex-wrap gap-2">
        {isRejected && (
          <Button variant="primary" onPress={onEdit}>
            {t('edit')}
          </Button>
        )}
        <Button variant={isRejected ? 'secondary' : 'primary'} onPress={onAnother}>
          {t('another')}
        </Button>
        <LinkButton href={`/leads/${lead.id}`}>{t('toRecord')}</LinkButton>
      </div>
    </div>
  )
}
