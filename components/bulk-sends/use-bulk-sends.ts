'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type BulkSendList, bulkSendListSchema } from '@/lib/delivery/bulk-send/bulk-send'

const whileUnderWay = 1_500
const otherwise = 15_000

/** The list as the server put it on the page, and when (ms since 1970). */
export type InitialBulkSends = { list: BulkSendList; readAt: number }

/** The bulks that run and those of the last hour, whoever began them. When one ends the log is read anew. */
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

export const bulkSendsKey = ['bulk-sends']
