'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { type PeopleView, peopleViewSchema } from '@/lib/access/person-view'
import { callApi } from '@/lib/api-client/call-api'

/** The list as the server put it on the page, and when (ms since 1970). */
export type InitialPeople = { people: PeopleView; readAt: number }

/** Everybody who may sign in, and the invitations that wait. */
export function usePeople(initial: InitialPeople) {
  return useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => callApi('/api/staff/people', { answer: peopleViewSchema, signal }),
    initialData: initial.people,
    initialDataUpdatedAt: initial.readAt,
  })
}

/** A change to make: `path` below `/api/staff/`. */
type PeopleCall = { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown }

/** Changes a person or an invitation; done when the list has been read anew, also where it was refused. */
export function usePeopleCall<T extends z.ZodType>(answer: T) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ path, method, body }: PeopleCall) =>
      callApi(`/api/staff/${path}`, { method, body, answer }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  })
}
