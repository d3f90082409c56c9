'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'

/** That erasures are not written down outside the database: an old backup would bring their persons back. */
export function LedgerNotice({ title }: { title: string }) {
  const words = useTranslations('privacy.ledger')
  return (
    <Notice tone="warning" icon="alert" title={title}>
      {words('meaning')}
    </Notice>
  )
}
