'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import type { Option } from '@/components/ui/options'
import { callApi } from '@/lib/api-client/call-api'
import { roles } from '@/lib/auth/permissions'
import { type PeopleView, peopleViewSchema } from '@/lib/people/person-view'

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

/** Why a change of people was refused, in the words of the page's language. */
export function usePeopleRefusalWords(): (error: unknown) => string {
  const t = useTranslations('people')
  const refusalWords = useChangeRefusalWords()
  return (error) =>
    refusalWords(error, t('notSaved'), {
      last_administrator: t('lastAdministrator'),
      already_exists: t('alreadyThere'),
    })
}

/** The roles to choose from, the least first: who does not choose gives the least. */
export function useRoleOptions(): Option[] {
  const t = useTranslations('people.roles')
  return roles.toReversed().map((role) => ({ id: role, name: t(role), note: t(`${role}Meaning`) }))
}
