'use client'

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { type Webhook, type WebhookEvents, webhookEventsSchema, webhookSchema } from '@/lib/webhooks/webhook'

const addressOf = (senderId: string) => `/api/staff/webhooks/${senderId}`
const keyOf = (senderId: string) => ['webhooks', senderId]

/** In ms: how often what is shown is read anew while something is being told, and otherwise. */
const every = { telling: 2_000, idle: 5_000 }

/** The webhook of a sender; `null` where it has none. */
export function useWebhook(senderId: string, initial: { webhook: Webhook | null; readAt: number }) {
  return useQuery({
    queryKey: [...keyOf(senderId), 'settings'],
    queryFn: ({ signal }) =>
      callApi(addressOf(senderId), { answer: webhookSchema, signal }).catch((error: unknown) => {
        if (error instanceof ApiError && error.refusal.code === 'not_found') return null
        throw error
      }),
    initialData: initial.webhook,
    initialDataUpdatedAt: initial.readAt,
    refetchInterval: every.idle,
  })
}

/** What was told, newest first, page by page; what is shown is kept up to date. */
export function useWebhookEvents(senderId: string) {
  return useInfiniteQuery({
    queryKey: [...keyOf(senderId), 'events'],
    queryFn: ({ pageParam, signal }) =>
      callApi(`${addressOf(senderId)}/events${pageParam === null ? '' : `?cursor=${pageParam}`}`, {
        answer: webhookEventsSchema,
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor: next }: WebhookEvents) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages[0]?.events.some(({ state }) => state === 'waiting') ? every.telling : every.idle,
  })
}

type WebhookCall = { method: 'PUT' | 'POST' | 'DELETE'; path?: string; body?: unknown }

/** Makes a change to a sender's webhook; `path` is below its address. What is answered is kept nowhere else. */
export function useWebhookCall<T extends z.ZodType>(senderId: string, answer: T) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ method, path = '', body }: WebhookCall) =>
      callApi(`${addressOf(senderId)}${path}`, { method, body, answer }),
    gcTime: 0,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keyOf(senderId) }),
  })
}
