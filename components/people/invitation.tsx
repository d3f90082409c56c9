'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { openInvitationSchema } from '@/lib/people/person-view'
import { AcceptanceForm } from './acceptance-form'

/** What a link to come in leads to: the form by which an account begins, or why it does not. */
export function Invitation() {
  const t = useTranslations('people.invitation')
  const { token, invitation, isIncomplete } = useOpenInvitation()
  if (token && invitation.data) return <AcceptanceForm token={token} invitation={invitation.data} />
  const { error } = invitation
  if (!isIncomplete && !error) return null
  const isGone = isIncomplete || (error instanceof ApiError && error.refusal.code === 'not_found')
  return (
    <div role="alert">
      <Notice tone="danger" title={t(isGone ? 'gone' : 'failed')}>
        {t(isGone ? 'goneDetail' : 'failedDetail')}
      </Notice>
    </div>
  )
}

const subscribe = (onChange: () => void) => {
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

/** What the link in the address bar leads to. Its token stands behind the `#`, which no browser sends anywhere. */
function useOpenInvitation() {
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
