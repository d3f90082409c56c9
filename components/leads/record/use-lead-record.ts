'use client'

import { useQuery } from '@tanstack/react-query'
import { recordInterval } from '@/components/deliveries/delivery-situation'
import { callApi } from '@/lib/api-client/call-api'
import { type LeadHistory, leadHistorySchema } from '@/lib/leads/lead-history'
import { type LeadRecord, leadRecordSchema } from '@/lib/leads/lead-view'

export type HistoryQuery = { data: LeadHistory | undefined; isError: boolean; refetch: () => unknown }

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

type ReadBefore = { initial: LeadRecord; readAt: number; initialHistory: LeadHistory | undefined }

/** A lead's history, read again when its record has changed: it costs more, and most looks find nothing new. */
export function useLeadHistory(
  lead: LeadRecord,
  { initial, readAt, initialHistory }: ReadBefore,
): HistoryQuery {
  const stage = stageOf(lead)
  const isInitial = initialHistory !== undefined && stage === stageOf(initial)
  return useQuery({
    queryKey: ['lead', lead.id, 'history', stage],
    queryFn: ({ signal }) =>
      callApi(`/api/staff/leads/${lead.id}/history`, { answer: leadHistorySchema, signal }),
    // Of another lead nothing is shown meanwhile: a panel goes from one to the next.
    placeholderData: (before, query) => (query?.queryKey[1] === lead.id ? before : undefined),
    ...(isInitial && { initialData: initialHistory, initialDataUpdatedAt: readAt }),
  })
}

/** What changes with everything that a history tells of, but for what is only seen when it is asked for. */
const stageOf = ({ status, attempts, customerPaused, obstacle, anonymisedAt, replacedById }: LeadRecord) =>
  [status, attempts.length, customerPaused, obstacle, anonymisedAt, replacedById].join()
