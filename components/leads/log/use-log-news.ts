'use client'

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLeadActed } from '@/components/deliveries/lead-acted'
import { callApi } from '@/lib/api-client/call-api'
import { type Poll, startPoll } from '@/lib/api-client/poll'
import { type LeadNews, leadNewsSchema, partOf } from '@/lib/leads/lead-news'
import type { LeadListName } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { countsKey } from '../use-lead-counts'
import { pausedKey } from './paused-customers'
import { type LeadLogQuery, replaceRows } from './use-lead-log'

/**
 * Keeps a list that is in sight up to date without moving it: what its rows have become is written in their places. Gives how
 * many leads there are that it does not show.
 */
export function useLogNews(log: LeadLogQuery, filter: LeadFilter, list: LeadListName): number {
  const queryClient = useQueryClient()
  const [counted, setCounted] = useState<Counted>(nothing)
  const poll = useRef<Poll>(null)
  const turn = useRef(0)
  const ofKey = JSON.stringify(log.queryKey)
  const ofList = counted.list === ofKey ? counted : nothing

  async function ask(): Promise<boolean> {
    if (!log.data || log.isPlaceholderData || log.isFetching) return false
    const { part, ...sight } = partOf(log.leads, turn.current, log.hasNextPage)
    turn.current += 1
    const upTo = log.data.pages[0]?.upTo ?? null
    const body = { ...filter, list, upTo, ...sight }
    // Through the cache of queries, which leaves the page once the session has ended.
    const news = await queryClient.fetchQuery({
      queryKey: ['lead-news'],
      queryFn: () =>
        callApi('/api/staff/leads/news', {
          ...{ method: 'POST', isRead: true, body, answer: leadNewsSchema },
        }),
      retry: false,
      staleTime: 0,
      gcTime: 0,
    })
    const isNews = writeNews(queryClient, log.queryKey, news)
    if (log.leads.length === 0 && news.newLeads > 0) await log.showNew()
    else setCounted({ list: ofKey, upTo, byPart: { ...ofList.byPart, [part]: news.newLeads } })
    return isNews || news.newLeads !== (ofList.byPart[part] ?? 0)
  }
  const newestAsk = useRef(ask)
  useEffect(() => {
    newestAsk.current = ask
  })
  useEffect(() => {
    const started = startPoll(
      () => newestAsk.current(),
      () => document.hidden,
    )
    poll.current = started
    document.addEventListener('visibilitychange', started.wake)
    window.addEventListener('focus', started.wake)
    return () => {
      document.removeEventListener('visibilitychange', started.wake)
      window.removeEventListener('focus', started.wake)
      started.stop()
    }
  }, [])
  useLeadActed(() => poll.current?.wake())
  // What was counted against a list that was read anew since is in it by now.
  if (ofList.upTo?.id !== log.data?.pages[0]?.upTo?.id) return 0
  return Object.values(ofList.byPart).reduce((sum, count) => sum + count, 0)
}

type Counted = {
  list: string
  upTo: { id: string } | null
  byPart: Record<number, number>
}
const nothing: Counted = { list: '', upTo: null, byPart: {} }

/** Hands what was told to whoever shows it; whether any of it is new. */
function writeNews(queryClient: QueryClient, queryKey: unknown[], news: LeadNews): boolean {
  const { changed, counts, paused, heldUntil } = news
  if (changed.length > 0) replaceRows(queryClient, queryKey, changed)
  for (const { id } of changed) void queryClient.invalidateQueries({ queryKey: ['lead', id] })
  const isCounted = JSON.stringify(queryClient.getQueryData(countsKey)) === JSON.stringify(counts)
  queryClient.setQueryData(countsKey, counts)
  queryClient.setQueryData(['vitec-state'], { heldUntil })
  if (paused) queryClient.setQueryData(pausedKey, paused)
  return changed.length > 0 || !isCounted
}
