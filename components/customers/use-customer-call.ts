'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { customerViewSchema } from '@/lib/customers/customer'

/** A change to make: `path` below `/api/staff/`. */
export type CustomerCall = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown }

/** Changes a customer or one of its lead sources; done when every list that shows it has been read anew, also where
 * it was refused: then somebody else has changed it. */
export function useCustomerCall() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ path, method, body }: CustomerCall) =>
      callApi(`/api/staff/${path}`, { method, body, answer: customerViewSchema }),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['customers'] }),
        queryClient.invalidateQueries({ queryKey: ['lead-sources'] }),
      ]),
  })
}
