'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type CustomerList, customerListSchema } from '@/lib/lead-source/customer-view'

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
