'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import {
  type SendingState,
  sendingStateSchema,
  type WaitingOverview,
  waitingOverviewSchema,
} from '@/lib/sending/sending-hold'

const refetchInterval = 30_000

export const sendingKey = ['sending']
export const overviewKey = ['sending-overview']

/** Whether sending is held, kept up to date. @param readAt when the server read the initial one, in ms since 1970 */
export function useSendingState(initial: SendingState, readAt: number): SendingState {
  const { data } = useQuery({
    queryKey: sendingKey,
    queryFn: ({ signal }) => callApi('/api/staff/sending', { answer: sendingStateSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
    refetchInterval,
  })
  return data
}

/** What waits, in numbers. */
export function useWaitingOverview(initial: WaitingOverview, readAt: number): WaitingOverview {
  const { data } = useQuery({
    queryKey: overviewKey,
    queryFn: ({ signal }) =>
      callApi('/api/staff/sending/overview', { answer: waitingOverviewSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
    refetchInterval,
  })
  return data
}
