'use client'

import { useEffect } from 'react'

/** Has the browser ask before it closes or reloads a page with unsent work. */
export function useLeaveGuard(hasWork: () => boolean): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (hasWork()) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [hasWork])
}
