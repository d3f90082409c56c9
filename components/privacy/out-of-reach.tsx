'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { outOfReach } from '@/lib/privacy/person-search'

/** Where more may be of a person that we do not reach: a person has to go there. */
export function OutOfReach() {
  const t = useTranslations('privacy.outOfReach')
  return (
    <div>
      <p className="font-medium text-ink">{t('title')}</p>
      <ul className="mt-1 list-disc pl-4">
        {outOfReach.map((place) => (
          <li key={place}>{t(place)}</li>
        ))}
      </ul>
    </div>
  )
}

/** That erasures are not written down outside the database: an old backup would bring their persons back. */
export function LedgerNotice({ title }: { title: string }) {
  const t = useTranslations('privacy.ledger')
  return (
    <Notice tone="warning" icon="alert" title={title}>
      {t('meaning')}
    </Notice>
  )
}
