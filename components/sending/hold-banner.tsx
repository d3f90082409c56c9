'use client'

import { useTranslations } from 'use-intl'
import { May } from '@/components/auth/may'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { SendingState } from '@/lib/sending/sending-hold'
import { useSendingState } from './use-sending'

type HoldBannerProps = { first: SendingState; readAt: number }

/** Says on every page that nothing is sent, and to whoever may change that, where. Nothing at all otherwise. */
export function HoldBanner({ first, readAt }: HoldBannerProps) {
  const words = useTranslations('sending.banner')
  const { hold } = useSendingState(first, readAt)
  return (
    <div role="status">
      {hold && (
        <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-link/30 bg-accent-wash/60 px-3 py-2 text-sm text-ink">
          <Icon name="stopped" className="text-link" />
          <strong className="font-medium">{words('title')}</strong>
          <span>{words(hold.reason)}</span>
          <May need="administer">
            <TextLink href="/settings/sending">{words('link')}</TextLink>
          </May>
        </div>
      )}
    </div>
  )
}
