'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type AuditPage, type AuditQuery, auditPageSchema } from '@/lib/audit/audit-event'

/** What narrows the audit log; `''` and `null` let everything through. */
export type AuditFilter = Omit<AuditQuery, 'cursor'>

export const everything: AuditFilter = { by: '', verb: null, subject: '', from: null, to: null }

/** The first page as the server made it, and when (ms since 1970). */
export type InitialAuditPage = { page: AuditPage; readAt: number }

/** The events of a filter, newest first, page by page. */
export function useAuditLog(filter: AuditFilter, initial: InitialAuditPage) {
  const isInitial = Object.entries(everything).every(([name, value]) => Object(filter)[name] === value)
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam: cursor, signal }) =>
      callApi('/api/staff/audit/search', {
        method: 'POST',
        isRead: true,
        body: { ...filter, cursor },
        answer: auditPageSchema,
        signal,
      }),
    initialPageParam: firstCursor,
    getNextPageParam: ({ next }) => next,
    ...(isInitial && {
      initialData: { pages: [initial.page], pageParams: [firstCursor] },
      initialDataUpdatedAt: initial.readAt,
    }),
    placeholderData: keepPreviousData,
  })
}

const firstCursor: string | null = null
