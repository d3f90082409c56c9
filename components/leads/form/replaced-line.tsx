'use client'

import { useTranslations } from 'use-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { ExactTime } from '@/components/ui/times'
import type { ReplacedLead } from './replaced-lead'

type ReplacedLineProps = {
  lead: ReplacedLead
  /** Whether its writer has said that it is not at Vitec. */
  isLookedUp: boolean
  onLookedUp: (isLookedUp: boolean) => void
}

/** Which lead the form takes the place of, what happens with that, and what has to be known first. */
export default function ReplacedLine({ lead, isLookedUp, onLookedUp }: ReplacedLineProps) {
  const t = useTranslations('leads.form.replaced')
  const { blocked, mayBeThere, status } = lead
  if (blocked !== null) {
    return (
      <Notice tone="warning" title={t(`blocked.${blocked}`)}>
        <TextLink
          href={`/leads/${lead.replacedById ?? lead.id}`}
          className="inline-flex min-h-6 items-center"
        >
          {t('show')}
        </TextLink>
      </Notice>
    )
  }
  return (
    <Notice
      tone={mayBeThere ? 'warning' : 'info'}
      icon={mayBeThere ? 'question' : 'refresh'}
      title={t('title')}
    >
      <p>
        <span>{t('received')}</span> <ExactTime at={lead.receivedAt} />.{' '}
        <span>{t(status === 'pending' ? 'stops' : 'rests')}</span>{' '}
        <TextLink href={`/leads/${lead.id}`} className="underline">
          {t('show')}
        </TextLink>
      </p>
      {mayBeThere && (
        <>
          <p className="mt-1 font-medium">{t('mayBeThere')}</p>
          <Checkbox isSelected={isLookedUp} onChange={onLookedUp}>
            {t('lookedUp')}
          </Checkbox>
        </>
      )}
    </Notice>
  )
}
