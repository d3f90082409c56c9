'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter } from 'use-intl'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadCounts, leadCountsSchema, mostToDo, mostWaiting } from '@/lib/leads/lead'

export const countsKey = ['leads', 'counts']

/** In ms. A list that is in sight brings them more often, with its own news. */
const interval = 60_000

/** The counts as the server put them on the page, and when (ms since 1970). */
export type InitialCounts = { counts: LeadCounts; readAt: number }

/** How many leads there are; `undefined` until that is known. `isFed`: a list in sight keeps them up to date. */
export function useLeadCounts({ initial, isFed }: { initial?: InitialCounts | null; isFed: boolean }) {
  const { data } = useQuery({
    queryKey: countsKey,
    queryFn: ({ signal }) => callApi('/api/staff/leads/counts', { answer: leadCountsSchema, signal }),
    ...(initial && { initialData: initial.counts, initialDataUpdatedAt: initial.readAt }),
    staleTime: interval,
    refetchInterval: isFed ? false : interval,
  })
  return data
}

/** The counts in words: `999+` where no more were counted. */
export function useCountWords(counts: LeadCounts | undefined) {
  const format = useFormatter()
  if (!counts) return null
  const upTo = (count: number, most: number) =>
    count < most ? format.number(count) : `${format.number(most - 1)}+`
  return {
    toDo: upTo(counts.toDo + counts.pausedCustomers, mostToDo),
    pending: upTo(counts.pending, mostWaiting),
    all: format.number(counts.all),
  }
}
