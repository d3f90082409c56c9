'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'
import { type ApiKeyList, apiKeyListSchema } from '@/lib/api-keys/api-key'

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

/** A change to make: `path` below `/api/staff/api-keys`. */
type KeyCall = { method: 'POST' | 'PATCH'; path?: string; body?: unknown }

/** Makes or changes a key; done when the list has been read anew. What is answered is kept nowhere else. */
export function useKeyCall<T extends z.ZodType>(answer: T) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path = '', body }: KeyCall) =>
      callApi(`/api/staff/api-keys${path}`, { method, body, answer }),
    gcTime: 0,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  })
}
