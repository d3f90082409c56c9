'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** A text that lives as long as the browser's tab, and stands in no address. Empty until the page is alive. */
export function useTabText(key: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(key) ?? '',
    () => '',
  )
  const setText = useCallback(
    (next: string) => {
      sessionStorage.setItem(key, next)
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [text, setText]
}

/** A text that is being typed, once it has stood still for `pause` ms. */
export function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text, pause])
  return settled
}
