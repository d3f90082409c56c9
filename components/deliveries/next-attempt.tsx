'use client'

import { useTranslations } from 'use-intl'
import { RelativeTime } from '@/components/ui/relative-time'
import { useCurrentTime } from '@/components/ui/use-current-time'

type NextAttemptProps = {
  /** ISO 8601. */
  at: string
  /** For places without room. */
  isShort?: boolean
}

/** When the next attempt is made. What is due already is being fetched, not late. */
export function NextAttempt({ at, isShort = false }: NextAttemptProps) {
  const words = useTranslations('delivery')
  const now = useCurrentTime(5_000)
  if (new Date(at) <= now) return <span key="now">{words('nextAttemptNow')}</span>
  return (
    <span key="later">
      {words.rich(isShort ? 'nextAttemptShort' : 'nextAttempt', {
        time: () => <RelativeTime at={at} isFuture />,
      })}
    </span>
  )
}
