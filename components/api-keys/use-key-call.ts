'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'

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
