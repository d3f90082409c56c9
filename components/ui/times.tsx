'use client'

import { useEffect, useState } from 'react'
import { useFormatter, useNow } from 'use-intl'
import { type TimeLook, writtenTime } from '@/lib/time/written-time'

type ExactTimeProps = {
  /** ISO 8601. */
  at: string
  look?: TimeLook
}

/** A time in Stockholm, to the second in its title. */
export function ExactTime({ at, look = 'minute' }: ExactTimeProps) {
  return (
    <time
      translate="no"
      dateTime={at}
      title={writtenTime(at, 'second')}
      className="tabular-nums"
      suppressHydrationWarning
    >
      {writtenTime(at, look)}
    </time>
  )
}

type RelativeTimeProps = {
  /** ISO 8601. */
  at: string
  /** It is still to come. What has happened is never said to, however the browser's clock is set. */
  isFuture?: boolean
  /** For places without room. */
  isShort?: boolean
}

/**
 * "3 minutes ago", with the exact time in Stockholm as its title. Server and browser start from the same
 * `now`; what their ICU data may still word differently is not worth a warning.
 */
export function RelativeTime({ at, isFuture = false, isShort = false }: RelativeTimeProps) {
  const format = useFormatter()
  const now = useCurrentTime(30_000)
  const time = new Date(at)
  const from = !isFuture && time > now ? time : now
  return (
    <time dateTime={at} title={writtenTime(at, 'second')} suppressHydrationWarning>
      {format.relativeTime(time, { now: from, style: isShort ? 'short' : 'long' })}
    </time>
  )
}

/**
 * The time, anew every `interval` ms. The first is the page's own, so that server and browser make the same of
 * it; what comes onto an old page later gets the real one at once (`useNow` alone would wait an interval).
 */
export function useCurrentTime(interval: number): Date {
  const [now, setNow] = useState(useNow())
  useEffect(() => {
    const tick = () => setNow(new Date())
    tick()
    const timer = setInterval(tick, interval)
    return () => clearInterval(timer)
  }, [interval])
  return now
}
