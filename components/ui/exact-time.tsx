'use client'

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
