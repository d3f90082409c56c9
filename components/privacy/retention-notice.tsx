'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import type { Retention } from '@/lib/privacy/retention-run'

/** How long leads keep their persons here, or why for ever. */
export function RetentionNotice({ retention }: { retention: Retention }) {
  const words = useTranslations('privacy.retention')
  if (retention.months === null) {
    return (
      <Notice tone="warning" icon="alert" title={words('off')}>
        {words('reason', { reason: retention.reason })}
      </Notice>
    )
  }
  return (
    <Notice tone="neutral" title={words('on', { months: retention.months })}>
      {words('meaning')}
    </Notice>
  )
}
