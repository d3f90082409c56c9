'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'
import { type CustomerList, customerListSchema, customerViewSchema } from '@/lib/customers/customer'

/** The list as the server put it on the page, and when (ms since 1970). */
export type InitialCustomers = { list: CustomerList; readAt: number }

/** Every customer with its lead sources, and which customer is the default one. */
export function useCustomers(initial?: InitialCustomers) {
  return useQuery({
    queryKey: ['customers'],
    queryFn: ({ signal }) => callApi('/api/staff/customers', { answer: customerListSchema, signal }),
    ...(initial && { initialData: initial.list, initialDataUpdatedAt: initial.readAt }),
  })
}

/** A change to make: `path` below `/api/staff/`. */
export type CustomerCall = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown }

/** Changes a customer or one of its lead sources; done when every list that shows it has been read anew, also where
 * it was refused: then another person has changed it. */
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
