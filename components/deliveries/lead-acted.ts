'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isToDoStatus } from '@/lib/deliveries/transitions'
import type { LeadStatus } from '@/lib/leads/lead'

/** `isDone`: there is nothing more to do about the lead. */
type Acted = { leadId: string; isDone: boolean }

const listeners = new Set<(acted: Acted) => void>()

/** Tells the page that its reader has done something about a lead, and how it stands by now. */
export function tellActed(leadId: string, becameOf: LeadStatus | 'set_aside'): void {
  const isDone = becameOf === 'set_aside' || !isToDoStatus(becameOf)
  for (const listener of listeners) listener({ leadId, isDone })
}

/** Hears of every act of the reader's while the component is there, before any list is read anew. */
export function useLeadActed(onActed: (acted: Acted) => void): void {
  const newest = useRef(onActed)
  useEffect(() => {
    newest.current = onActed
  })
  useEffect(() => {
    const listener = (acted: Acted) => newest.current(acted)
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }, [])
}

/** Has every view of leads read anew what became of one. */
export function useReadAnew(leadId: string): () => Promise<unknown> {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: ['lead', leadId] }),
      queryClient.invalidateQueries({ queryKey: ['leads'] }),
    ])
}
