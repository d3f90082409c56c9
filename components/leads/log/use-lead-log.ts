'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import type { LeadStatus } from '@/lib/lead/lead'
import { type LeadFilter, type LeadPage, leadPageSchema } from '@/lib/lead/lead-view'
import { refreshInterval } from './refresh-interval'

/** The first page as the server made it, for which status, and when (ms since 1970). */
export type InitialPage = { status: LeadStatus | null; page: LeadPage; readAt: number }

/** The leads of a filter, newest first, page by page, kept up to date. The rows before stay until new ones are there. */
export function useLeadLog({ search, status }: LeadFilter, initial: InitialPage) {
  const isInitial = search === '' && status === initial.status
  return useInfiniteQuery({
    queryKey: ['leads', { search, status }],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi('/api/staff/leads/search', {
        method: 'POST',
        isRead: true,
        body: { search, status, cursor },
        answer: leadPageSchema,
        signal,
      }),
    initialPageParam: firstCursor,
    getNextPageParam: ({ next }) => next,
    ...(isInitial && {
      initialData: { pages: [initial.page], pageParams: [firstCursor] },
      initialDataUpdatedAt: initial.readAt,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => refreshInterval(state.data?.pages ?? []),
  })
}

const firstCursor: string | null = null
