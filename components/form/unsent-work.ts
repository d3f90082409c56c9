'use client'

import { useEffect } from 'react'

/**
 * Has the browser ask before it closes or reloads a page with unsent work that is not kept elsewhere, and the page not leave it
 * by itself.
 */
export function useLeaveGuard(hasWork: () => boolean, isKept: () => boolean = notKept): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (hasWork() && !isKept()) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    const stopWatching = watchWork(hasWork)
    return () => {
      window.removeEventListener('beforeunload', guard)
      stopWatching()
    }
  }, [hasWork, isKept])
}

const notKept = () => false

const askers = new Set<() => boolean>()

/** Tells the page of work that would be lost with it; gives back what takes that back. */
function watchWork(hasWork: () => boolean): () => void {
  askers.add(hasWork)
  return () => {
    askers.delete(hasWork)
  }
}

/** Whether anything that was typed on this page has not been sent. */
export function hasUnsentWork(): boolean {
  return [...askers].some((hasWork) => hasWork())
}
