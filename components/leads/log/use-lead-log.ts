'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadPage, type LeadRow, leadPageSchema } from '@/lib/leads/lead-view'
import { isSameFilter, type LeadFilter } from '@/lib/leads/log-filter'

/** The first page as the server made it, of what, and when (ms since 1970). */
export type InitialPage = { filter: LeadFilter; page: LeadPage; readAt: number }

/** The leads of a filter, newest first, page by page, kept up to date. The rows before stay until new ones are there. */
export function useLeadLog(filter: LeadFilter, initial: InitialPage) {
  const isInitial = filter.search === initial.filter.search && isSameFilter(filter, initial.filter)
  return useInfiniteQuery({
    queryKey: ['leads', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi('/api/staff/leads/search', {
        method: 'POST',
        isRead: true,
        body: { ...filter, cursor },
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

const soon = 5_000
const later = 30_000
const mostPages = 3

/**
 * Milliseconds until the log looks for news: sooner while a lead waits. Never for a reader who has gone far
 * back, since every page in sight is read again; coming back to the window still does that.
 */
export function refreshInterval(pages: { leads: Pick<LeadRow, 'status'>[] }[]): number | false {
  if (pages.length > mostPages) return false
  return pages.some(({ leads }) => leads.some(({ status }) => status === 'pending')) ? soon : later
}
