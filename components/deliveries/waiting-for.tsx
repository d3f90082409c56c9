'use client'

import { useTranslations } from 'use-intl'
import type { LeadRow } from '@/lib/leads/lead-view'
import { NextAttempt } from './next-attempt'

/** What a lead waits for: its customer to be resumed, or its next attempt. */
export function WaitingFor({
  lead,
}: {
  lead: Pick<LeadRow, 'customerPaused' | 'obstacle' | 'nextAttemptAt'>
}) {
  const words = useTranslations('delivery')
  if (lead.obstacle !== null) return <span>{words('held')}</span>
  if (lead.customerPaused) return <span>{words('paused')}</span>
  return lead.nextAttemptAt && <NextAttempt at={lead.nextAttemptAt} isShort />
}
