'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { v4 as newId } from 'uuid'
import { callApi } from '@/lib/api-client/call-api'
import {
  type WaitingAction,
  type WaitingFilter,
  type WaitingStepRequest,
  waitingCountSchema,
  waitingStepSchema,
} from '@/lib/sending/waiting-lead'

const nothing: Progressed = { seen: 0, done: 0 }

/** Counts the leads that an act is about, and does it to those and no others. Ends with the component that shows it. */
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
      if (!count.data) throw new Error('not counted')
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

/** How far an act on many leads has come: those looked at, and those it was done to. */
type Progressed = { seen: number; done: number }

type Act = Pick<WaitingStepRequest, 'action' | 'filter' | 'until'> & { total: number }

/**
 * Does an act step by step, until it is through or no longer wanted. Broken off, what was done stays done, and the act can
 * be begun anew.
 * @throws {ApiError} of the step that failed
 */
async function runSteps(
  { total, ...act }: Act,
  { onStep, isWanted }: { onStep: (so: Progressed) => void; isWanted: () => boolean },
): Promise<Progressed> {
  const id = newId()
  let so: Progressed = { seen: 0, done: 0 }
  let after: string | null = null
  while (so.seen < total && isWanted()) {
    const body: WaitingStepRequest = { ...act, id, expected: total - so.seen, after }
    const step = await callApi('/api/staff/sending/step', { method: 'POST', body, answer: waitingStepSchema })
    so = { seen: so.seen + step.seen, done: so.done + step.done }
    onStep(so)
    after = step.next
    if (after === null) break
  }
  return so
}
