'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type CustomerList, customerListSchema } from '@/lib/customers/customer'

/** The list as the server put it on the page, and when (ms since 1970). */
export type FirstCustomers = { list: CustomerList; readAt: number }

/** Every customer with its lead sources, and which customer is the default one. */
export function useCustomers(first?: FirstCustomers) {
  return useQuery({
    queryKey: ['customers'],
    queryFn: ({ signal }) => callApi('/api/staff/customers', { answer: customerListSchema, signal }),
    ...(first && { initialData: first.list, initialDataUpdatedAt: first.readAt }),
  })
}
