'use client'

import { useMutation } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { personHitsSchema } from '@/lib/privacy/person-search'

/** Looks for a person. Neither the words nor what was found is kept anywhere but on the page. */
export function usePersonSearch() {
  return useMutation({
    mutationFn: (search: string) =>
      callApi('/api/staff/privacy/search', { method: 'POST', body: { search }, answer: personHitsSchema }),
    gcTime: 0,
  })
}
