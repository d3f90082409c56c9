'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type WaitingAction, type WaitingFilter, waitingCountSchema } from '@/lib/sending/waiting-lead'
import { type Progressed, runSteps } from './run-steps'

const nothing: Progressed = { seen: 0, done: 0 }

/** Counts the leads that an act is about, and does it to those and no others. Ends with whoever shows it. */
export function useWaitingAct(action: WaitingAction, filter: WaitingFilter) {
  const queryClient = useQueryClient()
  const [so, setSo] = useState(nothing)
  const isWanted = useRef(true)
  const hasBegun = useRef(false)
  useEffect(() => {
    isWanted.current = true
    return () => {
      isWanted.current = false
      // Not before: the row that was acted on goes with its lead, and with it the word on what came of it.
      if (hasBegun.current)
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'waiting-count' })
    }
  }, [queryClient])
  const count = useQuery({
    queryKey: ['waiting-count', action, filter],
    queryFn: ({ signal }) =>
      callApi('/api/staff/sending/count', {
        method: 'POST',
        isRead: true,
        body: { action, filter },
        answer: waitingCountSchema,
        signal,
      }),
    // What a person has read must not change under their hands, nor be what stood here the last time.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const run = useMutation({
    async mutationFn() {
      if (!count.data) throw new Error('nobody has counted')
      setSo(nothing)
      hasBegun.current = true
      const control = { onStep: setSo, isWanted: () => isWanted.current }
      return runSteps({ action, filter, ...count.data }, control)
    },
  })
  const stop = () => {
    isWanted.current = false
  }
  return { count, run, so, stop }
}
