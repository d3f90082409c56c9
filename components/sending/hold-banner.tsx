'use client'

import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import type { SendingState } from '@/lib/sending/sending-hold'
import { useSendingState } from './use-sending'

type HoldBannerProps = { initial: SendingState; readAt: number }

/** Says on every page that nothing is sent, and to administrators, who may change that, where. Nothing at all otherwise. */
export function HoldBanner({ initial, readAt }: HoldBannerProps) {
  const t = useTranslations('sending.banner')
  const { hold } = useSendingState(initial, readAt)
  return (
    <div role="status">
      {hold && (
        <div className="mb-4 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-link/30 bg-accent-wash/60 px-3 py-2 text-sm text-ink">
          <Icon name="stopped" className="text-link" />
          <strong className="font-medium">{t('title')}</strong>
          <span>{t(hold.reason)}</span>
          <Can permission="administer">
            <TextLink href="/settings/sending">{t('link')}</TextLink>
          </Can>
        </div>
      )}
    </div>
  )
}
