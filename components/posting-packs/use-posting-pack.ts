'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { madeApiKeySchema } from '@/lib/api-keys/api-key'
import { type NewPackKey, type PackState, packStateSchema } from '@/lib/posting-packs/posting-pack'

/** The state as the server put it on the page, and when (ms since 1970). */
export type InitialPack = { state: PackState; readAt: number }

/** In ms: how soon what a partner sends is seen. Not asked while nobody looks. */
const every = 3_000

const addressOf = (leadSourceId: string) => `/api/staff/posting-packs/${leadSourceId}`

/** The keys of a pack, and how far a test key has come: `keyId`, or the newest one. */
export function usePostingPack(leadSourceId: string, keyId: string | null, initial: InitialPack) {
  const isInitial = keyId === initial.state.keyId
  return useQuery({
    queryKey: ['posting-packs', leadSourceId, keyId],
    queryFn: ({ signal }) =>
      callApi(`${addressOf(leadSourceId)}${keyId === null ? '' : `?key=${keyId}`}`, {
        answer: packStateSchema,
        signal,
      }),
    ...(isInitial && { initialData: initial.state, initialDataUpdatedAt: initial.readAt }),
    placeholderData: (before) => before && { ...before, keyId, progress: null },
    refetchInterval: every,
  })
}

/** Makes a key in a pack; what is answered is kept nowhere else. */
export function useMakeKey(leadSourceId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: NewPackKey) =>
      callApi(addressOf(leadSourceId), { method: 'POST', body, answer: madeApiKeySchema }),
    gcTime: 0,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['posting-packs', leadSourceId] }),
  })
}
