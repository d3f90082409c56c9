'use client'

import { useTranslations } from 'use-intl'
import type { LeadRow } from '@/lib/lead/lead-view'
import { NextAttempt } from './next-attempt'

/** What a lead waits for: its customer to be resumed, or its next attempt. */
export function WaitingFor({ lead }: { lead: Pick<LeadRow, 'customerPaused' | 'nextAttemptAt'> }) {
  const words = useTranslations('delivery')
  if (lead.customerPaused) return <>{words('paused')}</>
  return lead.nextAttemptAt && <NextAttempt at={lead.nextAttemptAt} isShort />
}
