'use client'

import { useEffect, useRef, useState } from 'react'
import { actGuard, createShortcutRegistry } from '@/lib/shortcuts/shortcut-registry'

/** What is offered on the page that is open. */
export const shortcuts = createShortcutRegistry(() => performance.now())

/** `isAct`: it changes the lead that is open. */
type ShortcutOptions = { isAct?: boolean }

/**
 * Offers a key while the component is there, as `s` or `g l`; `act: null` offers nothing. A key does nothing while one
 * types or a dialog is open, and is listed in `keys` of components/shortcuts/shortcut-list.tsx.
 */
export function useShortcut(
  key: string,
  act: (() => void) | null,
  { isAct = false }: ShortcutOptions = {},
): void {
  const newest = useRef(act)
  useEffect(() => {
    newest.current = act
  })
  const isOffered = act !== null
  useEffect(() => {
    if (!isOffered) return
    return shortcuts.offer(key, { run: () => newest.current?.(), isAct })
  }, [key, isOffered, isAct])
}

/** Says that a record is in sight: what was pressed for the one before does nothing to it. Whether keys act on it by now. */
export function useRecordShown(leadId: string): boolean {
  const [readyFor, setReadyFor] = useState<string | null>(null)
  useEffect(() => {
    shortcuts.recordShown()
    const timer = setTimeout(() => setReadyFor(leadId), actGuard)
    return () => clearTimeout(timer)
  }, [leadId])
  return readyFor === leadId
}
