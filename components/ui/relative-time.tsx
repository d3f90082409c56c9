'use client'

import { useFormatter, useNow } from 'use-intl'

type RelativeTimeProps = {
  /** ISO 8601. */
  at: string
}

/**
 * "3 minutes ago", with the exact time in Stockholm as its title. Server and browser start from the same
 * `now`; what their ICU data may still word differently is not worth a warning.
 */
export function RelativeTime({ at }: RelativeTimeProps) {
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  const time = new Date(at)
  return (
    <time dateTime={at} title={format.dateTime(time, 'exact')} suppressHydrationWarning>
      {format.relativeTime(time, now)}
    </time>
  )
}
