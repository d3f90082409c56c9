'use client'

import { useEffect } from 'react'
import { watchWork } from '@/components/form/unsent-work'

/** Has the browser ask before it closes or reloads a page with unsent work, and the page not leave it by itself. */
export function useLeaveGuard(hasWork: () => boolean): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (hasWork()) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    const stopWatching = watchWork(hasWork)
    return () => {
      window.removeEventListener('beforeunload', guard)
      stopWatching()
    }
  }, [hasWork])
}
