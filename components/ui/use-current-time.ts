'use client'

import { useEffect, useState } from 'react'
import { useNow } from 'use-intl'

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
