'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import {
  type BulkSendList,
  type BulkSendRequest,
  bulkSendListSchema,
  bulkSendViewSchema,
} from '@/lib/bulk-sends/bulk-send'

const whileUnderWay = 1_500
const otherwise = 60_000

/** The list as the server put it on the page, and when (ms since 1970). */
export type InitialBulkSends = { list: BulkSendList; readAt: number }

/** The bulks that run and those of the last hour, by all persons. When one ends the log is read anew. */
export function useBulkSends(initial: InitialBulkSends) {
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: bulkSendsKey,
    queryFn: ({ signal }) => callApi('/api/staff/bulk-sends', { answer: bulkSendListSchema, signal }),
    initialData: initial.list,
    initialDataUpdatedAt: initial.readAt,
    refetchInterval: ({ state }) =>
      state.data?.bulkSends.some((bulk) => bulk.state === 'running' || bulk.underWay > 0)
        ? whileUnderWay
        : otherwise,
  })
  const states = data.bulkSends.map(({ id, state }) => id + state).join()
  const known = useRef(states)
  useEffect(() => {
    if (known.current === states) return
    known.current = states
    void queryClient.invalidateQueries({ queryKey: ['leads'] })
  }, [states, queryClient])
  return data.bulkSends
}

const bulkSendsKey = ['bulk-sends']

/** Sends many leads again; done when its panel stands above the log. */
export function useBeginBulkSend() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: BulkSendRequest) =>
      callApi('/api/staff/bulk-sends', { method: 'POST', body, answer: bulkSendViewSchema }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: bulkSendsKey }),
  })
}

/** Why nothing was sent, or may not have been. `total`: how many leads there are now, where that is the reason. */
type BeginFailure = { kind: 'changed' | 'tooMany' | 'noAnswer'; total?: number }

/** What to say of an error; `null` where there is none. */
export function beginFailure(error: Error | null): BeginFailure | null {
  if (error === null) return null
  if (!(error instanceof ApiError)) return { kind: 'noAnswer' }
  const { code, total } = error.refusal
  if (code === 'set_changed' && total !== undefined) return { kind: 'changed', total }
  return { kind: code === 'too_many' ? 'tooMany' : 'noAnswer' }
}

/** Leaves alone the leads of a bulk whose turn has not come. One that is over already needs no word. */
export function useCancelBulkSend(id: string) {
  const t = useTranslations('bulkSends')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/bulk-sends/${id}/cancel`, { method: 'POST', answer: bulkSendViewSchema }),
    onError: (error) => {
      const isOver = error instanceof ApiError && error.refusal.code === 'not_allowed'
      if (!isOver) showToast({ tone: 'danger', title: refusalWords(error, t('notCancelled')) })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: bulkSendsKey }),
  })
}
