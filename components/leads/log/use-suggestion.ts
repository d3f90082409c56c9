'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadFilter, suggestionSchema } from '@/lib/leads/lead-view'

/** What a search that found nothing may have meant; `null` while nobody knows. Not kept: it is of persons. */
export function useSuggestion({ search, status }: LeadFilter): string | null {
  const { data } = useQuery({
    queryKey: ['leads', 'suggestion', { search, status }],
    queryFn: ({ signal }) =>
      callApi('/api/staff/leads/suggestion', {
        method: 'POST',
        isRead: true,
        body: { search, status },
        answer: suggestionSchema,
        signal,
      }),
    enabled: search !== '',
    retry: false,
    gcTime: 0,
  })
  return data?.search ?? null
}
