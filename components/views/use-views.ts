'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { callApi } from '@/lib/api-client/call-api'
import { type NewView, savedViewSchema, type ViewChange, viewListSchema } from '@/lib/views/view'

const viewsKey = ['views']
const done = z.object({ done: z.literal(true) })

/** The views that the reader may open. */
export const useViews = () =>
  useQuery({
    queryKey: viewsKey,
    queryFn: ({ signal }) => callApi('/api/staff/views', { answer: viewListSchema, signal }),
  })

/** An act on views, after which they are read anew. */
function useViewAct<T, R>(act: (asked: T) => Promise<R>) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: viewsKey }),
  })
}

export const useAddView = () =>
  useViewAct((view: NewView) =>
    callApi('/api/staff/views', { method: 'POST', body: view, answer: savedViewSchema }),
  )

/** Changes a view; to take a shared one of somebody else's out of sight is answered as if it were gone, which it is. */
export const useChangeView = (id: string) =>
  useViewAct((change: ViewChange) =>
    callApi(`/api/staff/views/${id}`, { method: 'PATCH', body: change, answer: savedViewSchema }),
  )

export const useRemoveView = (id: string) =>
  useViewAct(() => callApi(`/api/staff/views/${id}`, { method: 'DELETE', answer: done }))

export const useStartView = () =>
  useViewAct((viewId: string | null) =>
    callApi('/api/staff/views/start', { method: 'POST', body: { viewId }, answer: done }),
  )
