'use client'

import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'

const leadSourcesSchema = z.array(z.object({ id: z.string(), name: z.string() }))

/** The lead sources in use of a customer, by its id in Vitec; none as long as no customer is chosen. */
export function useLeadSources(vitecCustomerId: string) {
  return useQuery({
    queryKey: ['lead-sources', vitecCustomerId],
    queryFn: ({ signal }) =>
      callApi(`/api/lead-sources?customer_id=${encodeURIComponent(vitecCustomerId)}`, {
        answer: leadSourcesSchema,
        signal,
      }),
    enabled: vitecCustomerId !== '',
  })
}
