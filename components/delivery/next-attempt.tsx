'use client'

import { useNow, useTranslations } from 'use-intl'
import { RelativeTime } from '@/components/ui/relative-time'

/** When the next attempt is made (ISO 8601). What is due already is being fetched, not late. */
export function NextAttempt({ at }: { at: string }) {
  const words = useTranslations('delivery')
  const now = useNow({ updateInterval: 5_000 })
  if (new Date(at) <= now) return <>{words('nextAttemptNow')}</>
  return <>{words.rich('nextAttempt', { time: () => <RelativeTime at={at} /> })}</>
}
