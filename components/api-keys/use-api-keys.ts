'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type ApiKeyList, apiKeyListSchema } from '@/lib/api-key/api-key'

/** The list as the server put it on the page, and when (ms since 1970). */
export type InitialApiKeys = { list: ApiKeyList; readAt: number }

/** Every key, newest first. */
export function useApiKeys(initial: InitialApiKeys) {
  return useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => callApi('/api/staff/api-keys', { answer: apiKeyListSchema, signal }),
    initialData: initial.list,
    initialDataUpdatedAt: initial.readAt,
  })
}
