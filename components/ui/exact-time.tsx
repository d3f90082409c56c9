'use client'

import { useFormatter } from 'use-intl'

type ExactTimeProps = {
  /** ISO 8601. */
  at: string
  /** `minute`: date and time; `second`: with seconds; `day`: date alone; `clock`: time with seconds alone. */
  look?: 'minute' | 'second' | 'day' | 'clock'
}

/** A time in Stockholm, with all there is to it as its title. */
export function ExactTime({ at, look = 'minute' }: ExactTimeProps) {
  const format = useFormatter()
  const time = new Date(at)
  return (
    <time
      dateTime={at}
      title={format.dateTime(time, 'exact')}
      className="tabular-nums"
      suppressHydrationWarning
    >
      {format.dateTime(time, look)}
    </time>
  )
}
