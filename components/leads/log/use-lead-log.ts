'use client'

import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadListName, type LeadPage, type LeadRow, leadPageSchema } from '@/lib/leads/lead-view'
import { isSameFilter, type LeadFilter } from '@/lib/leads/log-filter'
import { isReturning } from './log-place'

/** The first page as the server made it, for which filter, and when (ms since 1970). */
export type InitialPage = { filter: LeadFilter; page: LeadPage; readAt: number }

type LogPages = InfiniteData<LeadPage, string | null>

/** What a list is kept under. Everything of leads is read anew after an act by the first word. */
const listKey = (list: LeadListName, filter: LeadFilter) => ['leads', list, filter]

/**
 * The leads of a filter, newest first, page by page; those that came since it was first read stay out until `showNew`. The
 * rows before stay until new ones are there.
 */
export function useLeadLog(filter: LeadFilter, initial: InitialPage, list: LeadListName = 'all') {
  const queryClient = useQueryClient()
  const queryKey = listKey(list, filter)
  useState(() => preferServer(queryClient, listKey(list, initial.filter), initial))
  const isInitial = filter.search === initial.filter.search && isSameFilter(filter, initial.filter)
  const pages = () => queryClient.getQueryData<LogPages>(queryKey)
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam: cursor, signal }) => {
      const upTo = cursor === null ? (pages()?.pages[0]?.upTo ?? null) : null
      const body = { ...filter, cursor, list, upTo }
      return callApi('/api/staff/leads/search', {
        ...{ method: 'POST', isRead: true, body, answer: leadPageSchema, signal },
      })
    },
    initialPageParam: firstCursor,
    getNextPageParam: ({ next }) => next,
    ...(isInitial && { initialData: toPages(initial), initialDataUpdatedAt: initial.readAt }),
    placeholderData: keepPreviousData,
    // What becomes of its rows is asked for by itself, without reading every page again.
    refetchOnWindowFocus: false,
  })
  return {
    ...query,
    queryKey,
    leads: query.data?.pages.flatMap((page) => page.leads) ?? [],
    /** Reads the list anew from its top. */
    async showNew() {
      queryClient.setQueryData<LogPages>(queryKey, (data) => data && withoutBound(data))
      await query.refetch()
    },
  }
}

export type LeadLogQuery = ReturnType<typeof useLeadLog>

const firstCursor: string | null = null

const toPages = ({ page }: InitialPage): LogPages => ({ pages: [page], pageParams: [firstCursor] })

function withoutBound({ pages, pageParams }: LogPages): LogPages {
  return {
    pages: pages.slice(0, 1).map((page) => ({ ...page, upTo: null })),
    pageParams: pageParams.slice(0, 1),
  }
}

/** When the server made the newest page that was seen here, by its own clock. */
let newestReadAt = 0

/** A page that the server made anew is what the reader asked for, unless they come back to their place. */
function preferServer(queryClient: QueryClient, queryKey: unknown[], initial: InitialPage): void {
  if (typeof window === 'undefined' || initial.readAt <= newestReadAt) return
  newestReadAt = initial.readAt
  if (!isReturning()) queryClient.setQueryData(queryKey, toPages(initial))
}

/** Writes rows in place of what they were, wherever they stand. */
export function replaceRows(queryClient: QueryClient, queryKey: unknown[], changed: LeadRow[]): void {
  const rows = new Map(changed.map((row) => [row.id, row]))
  queryClient.setQueryData<LogPages>(
    queryKey,
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          leads: page.leads.map((lead) => rows.get(lead.id) ?? lead),
        })),
      },
  )
}
