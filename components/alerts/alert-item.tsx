'use client'

import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { TextLink } from '@/components/ui/link'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import { alertPath, others } from '@/lib/alerts/alert'
import type { AlertNotice, AlertView } from '@/lib/alerts/alert-view'

/** One alert: what it is, since when and to when, where to see to it, and who was told. */
export function AlertItem({ alert }: { alert: AlertView }) {
  const t = useTranslations('alerts')
  const { kind, customer, since, endedAt, notices } = alert
  const isTest = kind === 'test'
  return (
    <div className="grid gap-1.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-medium text-ink">{t(`kind.${kind}`)}</h3>
        {customer !== null && <Data className="font-mono text-xs wrap-anywhere">{customer}</Data>}
        {!isTest && (
          <TextLink
            className="ml-auto inline-flex min-h-6 min-w-6 items-center"
            href={alertPath(alert)}
            aria-label={`${t('see')}: ${t(`kind.${kind}`)}`}
          >
            {t('see')}
          </TextLink>
        )}
      </div>
      {!isTest && <p className="max-w-180 text-soft">{t(`meaning.${kind}`)}</p>}
      <p className="flex flex-wrap gap-x-4 text-faint">
        <span>
          {t('since')} <ExactTime at={since} />
        </span>
        {endedAt !== null && !isTest && (
          <span>
            {t('ended')} <ExactTime at={endedAt} />
          </span>
        )}
        <AlertFigures alert={alert} />
      </p>
      {notices.length > 0 && (
        <ul aria-label={t('notices')} className="mt-1 grid gap-1">
          {notices.map((notice) => (
            <li key={notice.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <NoticeLine notice={notice} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What the last look counted. */
function AlertFigures({ alert: { kind, subject, customer, figures } }: { alert: AlertView }) {
  const t = useTranslations('alerts')
  const { leads, minutes, percent, count } = figures
  return (
    <>
      {typeof leads === 'number' && <span>{t('leads', { count: leads })}</span>}
      {typeof minutes === 'number' && <span>{t('minutes', { count: minutes })}</span>}
      {typeof percent === 'number' && <span>{t('percent', { percent, host: subject })}</span>}
      {subject === others && typeof count === 'number' && <span>{t('others', { count })}</span>}
      {kind === 'customer_paused' && customer === null && <span>{t('unlisted')}</span>}
    </>
  )
}

const tones: Record<AlertNotice['state'], Tone> = {
  waiting: 'warning',
  told: 'success',
  dropped: 'neutral',
  given_up: 'danger',
}

/** What was told on a channel, with each try and the code that came back. */
function NoticeLine({ notice: { channel, news, state, nextAt, tries } }: { notice: AlertNotice }) {
  const t = useTranslations('alerts')
  return (
    <>
      <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      <span>
        {t(`news.${news}`)} · {t(channel)}
      </span>
      {tries.map(({ at, code }, index) => (
        <span key={at} className="text-faint">
          {t('try', { number: index + 1 })} <ExactTime at={at} look="second" />{' '}
          <Data className="font-mono text-xs">{code}</Data>
        </span>
      ))}
      {state === 'waiting' && tries.length > 0 && nextAt !== null && (
        <span className="text-faint">
          {t('next')} <RelativeTime at={nextAt} isFuture />
        </span>
      )}
    </>
  )
}
