'use client'

import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { ApiError } from '@/lib/api-client/call-api'
import { AcceptanceForm } from './acceptance-form'
import { useOpenInvitation } from './use-open-invitation'

/** What a link to come in leads to: the form by which an account begins, or why it does not. */
export function Invitation() {
  const words = useTranslations('invitation')
  const { token, invitation, isIncomplete } = useOpenInvitation()
  if (token && invitation.data) return <AcceptanceForm token={token} invitation={invitation.data} />
  const { error } = invitation
  if (!isIncomplete && !error) return null
  const isGone = isIncomplete || (error instanceof ApiError && error.refusal.code === 'not_found')
  return (
    <div role="alert">
      <Notice tone="danger" title={words(isGone ? 'gone' : 'failed')}>
        {words(isGone ? 'goneDetail' : 'failedDetail')}
      </Notice>
    </div>
  )
}
