'use client'

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'
import {
  type CustomerPage,
  type CustomerRecord,
  customerListSchema,
  customerPageSchema,
  customerRecordSchema,
  customerViewSchema,
} from '@/lib/customers/customer'

/** Every customer by name, to choose from, and which is the default one. */
export function useCustomers() {
  return useQuery({
    queryKey: ['customers'],
    queryFn: ({ signal }) => callApi('/api/staff/customers', { answer: customerListSchema, signal }),
  })
}

/** The first page of all customers as the server put it on the page, and when (ms since 1970). */
export type InitialCustomers = { page: CustomerPage; readAt: number }

/** The customers that a search finds, page by page. The rows before stay until new ones are there. */
export function useCustomerSearch(search: string, initial: InitialCustomers) {
  return useInfiniteQuery({
    queryKey: ['customers', 'search', search],
    queryFn: ({ pageParam: after, signal }) =>
      callApi('/api/staff/customers/search', {
        method: 'POST',
        isRead: true,
        body: { search, after },
        answer: customerPageSchema,
        signal,
      }),
    initialPageParam: beginning,
    getNextPageParam: ({ next }) => next,
    ...(search === '' && {
      initialData: { pages: [initial.page], pageParams: [beginning] },
      initialDataUpdatedAt: initial.readAt,
    }),
    placeholderData: keepPreviousData,
  })
}

const beginning: string | null = null

/** One customer, kept up to date. `readAt`: when the server put it on the page, in ms since 1970. */
export function useCustomerRecord(initial: CustomerRecord, readAt: number): CustomerRecord {
  const { id } = initial.customer
  const { data } = useQuery({
    queryKey: ['customers', 'record', id],
    queryFn: ({ signal }) => callApi(`/api/staff/customers/${id}`, { answer: customerRecordSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
  })
  return data
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
