'use client'

import { useTranslations } from 'use-intl'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { type Unsettled, whoMustAct } from '@/lib/deliveries/who-must-act'

/** Who has to do something about a lead, and what, where nothing goes on by itself. */
export function MustAct({ lead }: { lead: Unsettled }) {
  const t = useTranslations('deliveries.mustAct')
  const tHow = useTranslations('deliveries.howToMend')
  const { status, customerPaused, obstacle, errorKind } = lead
  const stopped = status === 'failed' || (status === 'pending' && customerPaused && obstacle === null)
  const known = errorKinds.find((kind) => kind === errorKind)
  return (
    <p className="mt-2 max-w-180">
      <span className="text-soft">{`${t('title')}: `}</span>
      <strong className="font-medium">{t(whoMustAct(lead))}</strong>
      {known && stopped && <span>{`. ${tHow(known)}`}</span>}
    </p>
  )
}
