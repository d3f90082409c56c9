'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { openInvitationSchema } from '@/lib/people/person-view'

const subscribe = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

/** What the link in the address bar leads to. Its token stands behind the `#`, which no browser sends anywhere. */
export function useOpenInvitation() {
  const token = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => null,
  )
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      callApi('/api/auth/invitation', {
        method: 'POST',
        body: { token },
        answer: openInvitationSchema,
        signal,
      }),
    enabled: token !== null && token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, error) => count < 1 && !(error instanceof ApiError && error.status !== null),
  })
  return { token, invitation, isIncomplete: token === '' }
}
