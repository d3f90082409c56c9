'use client'

import { useQuery } from '@tanstack/react-query'
import { recordInterval } from '@/components/deliveries/delivery-situation'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadRecord, leadRecordSchema } from '@/lib/lead/lead-view'

/** A lead's record, read again as long as something is about to happen to it. `readAt` is ms since 1970. */
export function useLeadRecord(initial: LeadRecord, readAt: number): LeadRecord {
  const { data } = useQuery({
    queryKey: ['lead', initial.id],
    queryFn: ({ signal }) => callApi(`/api/staff/leads/${initial.id}`, { answer: leadRecordSchema, signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
    refetchInterval: ({ state }) => (state.data ? recordInterval(state.data, new Date()) : false),
  })
  return data
}
