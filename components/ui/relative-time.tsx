'use client'

import { useFormatter } from 'use-intl'
import { writtenTime } from '@/lib/time/written-time'
import { useCurrentTime } from './use-current-time'

type RelativeTimeProps = {
  /** ISO 8601. */
  at: string
  /** It is still to come. What has happened is never said to, however the browser's clock is set. */
  isFuture?: boolean
}

/**
 * "3 minutes ago", with the exact time in Stockholm as its title. Server and browser start from the same
 * `now`; what their ICU data may still word differently is not worth a warning.
 */
export function RelativeTime({ at, isFuture = false }: RelativeTimeProps) {
  const format = useFormatter()
  const now = useCurrentTime(30_000)
  const time = new Date(at)
  const from = !isFuture && time > now ? time : now
  return (
    <time dateTime={at} title={writtenTime(at, 'second')} suppressHydrationWarning>
      {format.relativeTime(time, from)}
    </time>
  )
}
