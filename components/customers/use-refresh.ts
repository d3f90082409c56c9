'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'

const refreshedSchema = z.object({ added: z.number().int(), renamed: z.number().int() })

/** Takes over a customer's lead sources from Vitec; answers how many were new, and how many had another name. */
export function useRefresh(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/customers/${customerId}/refresh`, { method: 'POST', answer: refreshedSchema }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['customers'] }),
        queryClient.invalidateQueries({ queryKey: ['lead-sources'] }),
      ]),
  })
}
