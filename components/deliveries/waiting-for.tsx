'use client'

import { useTranslations } from 'use-intl'
import { RelativeTime, useCurrentTime } from '@/components/ui/times'
import { isLive } from '@/lib/environments/environment'
import type { LeadRow } from '@/lib/leads/lead-view'

/** What a lead waits for: its customer to be resumed, or its next attempt. */
export function WaitingFor({
  lead,
}: {
  lead: Pick<LeadRow, 'customerPaused' | 'obstacle' | 'nextAttemptAt'>
}) {
  const t = useTranslations('deliveries')
  if (lead.obstacle !== null) return <span>{t('held')}</span>
  if (lead.customerPaused) return <span>{t('paused')}</span>
  return lead.nextAttemptAt && <NextAttempt at={lead.nextAttemptAt} isShort />
}

type NextAttemptProps = {
  /** ISO 8601. */
  at: string
  /** For places without room. */
  isShort?: boolean
}

/** When the next attempt is made. What is due already is being fetched, not late. */
export function NextAttempt({ at, isShort = false }: NextAttemptProps) {
  const t = useTranslations('deliveries')
  const now = useCurrentTime(5_000)
  if (new Date(at) <= now)
    return <span key="now">{t(isShort ? 'nextAttemptNowShort' : 'nextAttemptNow')}</span>
  return (
    <span key="later">
      {t.rich(isShort ? 'nextAttemptShort' : 'nextAttempt', {
        time: () => <RelativeTime at={at} isFuture isShort={isShort} />,
      })}
    </span>
  )
}

type BornElsewhereProps = {
  lead: Pick<LeadRow, 'environment'>
  /** For places without room. */
  isShort?: boolean
}

/** Where a lead was born that is sent from here no more, and what to do about it. */
export function BornElsewhere({ lead: { environment }, isShort = false }: BornElsewhereProps) {
  const t = useTranslations('deliveries.elsewhere')
  if (environment === null) return <span>{t(isShort ? 'nowhereShort' : 'nowhere')}</span>
  if (!isLive(environment)) return <span>{t(isShort ? 'sandboxShort' : 'sandbox')}</span>
  return <span>{t(isShort ? 'liveShort' : 'live', { place: new URL(environment).host })}</span>
}
