'use client'

import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { useErrorKindWords } from '@/components/deliveries/vitec-words'
import { Notice } from '@/components/ui/notice'
import { RelativeTime, useCurrentTime } from '@/components/ui/times'
import { type CustomerPause, type CustomerView, mostCounted } from '@/lib/customers/customer'
import { CallButton } from './call-button'

type PauseNoticeProps = { customer: CustomerView; paused: CustomerPause }

/** Why a customer's leads wait, since when, and the way out. */
export function PauseNotice({ customer, paused }: PauseNoticeProps) {
  const t = useTranslations('customers.pause')
  const tList = useTranslations('customers.list')
  const errorKindWords = useErrorKindWords()
  const now = useCurrentTime(60_000)
  return (
    <Notice tone="warning" icon="clock" title={t('title')}>
      <p>
        {t.rich('since', { time: () => <RelativeTime at={paused.since} /> })}{' '}
        <span>
          {tList(paused.waiting < mostCounted ? 'waiting' : 'waitingMany', { count: paused.waiting })}
        </span>{' '}
        <span>{t('todo')}</span>{' '}
        {new Date(paused.nextProbeAt) > now && (
          <span>{t.rich('probe', { time: () => <RelativeTime at={paused.nextProbeAt} isFuture /> })}</span>
        )}
      </p>
      <p className="mt-1 text-soft">
        {paused.reason && <strong className="font-medium">{errorKindWords(paused.reason)}. </strong>}
        <span>{t('answers')}</span>
      </p>
      <Can permission="write">
        <CallButton
          variant="secondary"
          className="mt-2.5"
          call={{ method: 'POST', path: `customers/${customer.id}/resume` }}
          label={t('resumeNamed', { name: customer.name })}
          done={t('done')}
        >
          {t('resume')}
        </CallButton>
      </Can>
    </Notice>
  )
}
