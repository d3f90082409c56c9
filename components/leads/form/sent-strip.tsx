'use client'

import { useTranslations } from 'use-intl'
import { sentSituation } from '@/components/deliveries/delivery-situation'
import { statusLook } from '@/components/deliveries/status-badge'
import { VitecWords } from '@/components/deliveries/vitec-words'
import { NextAttempt } from '@/components/deliveries/waiting-for'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import type { SentNote } from './use-send-lead'

type SentStripProps = {
  /** Newest first. */
  sent: SentNote[]
  onDismiss: (leadId: string) => void
}

/** What became of the leads that were just sent, beside the form for the next. */
export function SentStrip({ sent, onDismiss }: SentStripProps) {
  return (
    <div role="status" className="flex flex-col gap-2 not-empty:mb-2">
      {sent.map((note) => (
        <SentLine key={note.lead.id} note={note} onDismiss={() => onDismiss(note.lead.id)} />
      ))}
    </div>
  )
}

/** One line for what is delivered; for all else what it means and what to do. */
function SentLine({ note, onDismiss }: { note: SentNote; onDismiss: () => void }) {
  const t = useTranslations('leads.form')
  const tUi = useTranslations('ui')
  const tDelivery = useTranslations('deliveries.situation')
  const { lead, name, customer } = note
  const situation = sentSituation(lead)
  const title = tDelivery(`${situation}.title`)
  const links = (
    <p className="flex flex-wrap items-center gap-x-3">
      <TextLink href={`/leads/${lead.id}`} className="inline-flex min-h-6 items-center">
        {t('toRecord')}
      </TextLink>
      {situation !== 'delivered' && (
        <Button variant="quiet" size="sm" className="-my-0.5" onPress={onDismiss}>
          {tUi('close')}
        </Button>
      )}
    </p>
  )
  return (
    <section aria-label={title}>
      {situation === 'delivered' ? (
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <Icon name="check" className="text-success" />
          <Data className="font-medium text-ink">{name}</Data>
          <span className="text-success">{title}</span>
          {links}
        </div>
      ) : (
        <Notice {...statusLook[lead.status]} title={title}>
          <p>
            <Data className="font-medium">{name}</Data>
          </p>
          <p>{lead.status === 'rejected' ? t('rejected') : tDelivery(`${situation}.todo`, { customer })}</p>
          {lead.nextAttemptAt && lead.obstacle === null && <NextAttempt at={lead.nextAttemptAt} />}
          {lead.status === 'rejected' && lead.word && <VitecWords word={lead.word} />}
          {links}
        </Notice>
      )}
    </section>
  )
}
