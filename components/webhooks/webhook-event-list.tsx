'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Badge, type Tone } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Data } from '@/components/ui/data'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { PagedList } from '@/components/ui/paged-list'
import { Panel } from '@/components/ui/panel'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import { showToast } from '@/components/ui/toast'
import { doneSchema } from '@/lib/people/person-view'
import type { WebhookEvent } from '@/lib/webhooks/webhook'
import { useWebhookCall, useWebhookEvents } from './use-webhook'
import { keyOfType } from './webhook-form'

type WebhookEventListProps = { senderId: string; isOn: boolean }

/** What a webhook has told, newest first, with every try. */
export function WebhookEventList({ senderId, isOn }: WebhookEventListProps) {
  const t = useTranslations('webhooks')
  const pages = useWebhookEvents(senderId)
  const events = pages.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <Panel title={t('told')} isFlush={events.length > 0}>
      <PagedList
        pages={pages}
        errorTitle={t('eventsFailed')}
        shown={pages.isSuccess && t('shown', { count: events.length })}
      >
        {pages.isSuccess && events.length === 0 && (
          <EmptyState icon="clock" title={t('nothingTold.title')} detail={t('nothingTold.detail')} />
        )}
        <ul className="divide-y divide-line">
          {events.map((event) => (
            <li key={event.id} className="grid gap-1 px-4 py-3 text-sm">
              <EventHead event={event} senderId={senderId} canResend={isOn} />
              <EventTries event={event} />
            </li>
          ))}
        </ul>
      </PagedList>
    </Panel>
  )
}

const tones: Record<WebhookEvent['state'], Tone> = { waiting: 'warning', told: 'success', given_up: 'danger' }

type EventHeadProps = { event: WebhookEvent; senderId: string; canResend: boolean }

function EventHead({ event, senderId, canResend }: EventHeadProps) {
  const t = useTranslations('webhooks')
  const refusalWords = useChangeRefusalWords()
  const { mutate, isPending } = useWebhookCall(senderId, doneSchema)
  const { id, type, state, at, next_attempt_at: nextAt, attempts } = event
  const name = t(`types.${keyOfType(type)}`)
  const resend = () =>
    mutate(
      { method: 'POST', path: `/events/${id}/resend` },
      { onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('failed')) }) },
    )
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
      <Badge tone={tones[state]}>{t(`eventState.${state}`)}</Badge>
      <h3 className="font-medium text-ink">{name}</h3>
      <span className="text-faint">
        <ExactTime at={at} look="second" />
      </span>
      {state === 'waiting' && attempts.length > 0 && nextAt !== null && (
        <span className="text-faint">
          {t('next')} <RelativeTime at={nextAt} isFuture />
        </span>
      )}
      {canResend && state !== 'waiting' && (
        <Button
          variant="quiet"
          size="sm"
          className="-mr-2 ml-auto"
          aria-label={t('resendNamed', { name })}
          isPending={isPending}
          onPress={resend}
        >
          {t('resend')}
        </Button>
      )}
    </div>
  )
}

/** What was sent, and what came back each time. */
function EventTries({ event: { id, payload, attempts } }: { event: WebhookEvent }) {
  const t = useTranslations('webhooks')
  const [last] = attempts
  return (
    <Disclosure
      title={
        <span className="font-normal text-faint">
          {t('tries', { count: attempts.length })}
          {last && <Data className="ml-2 font-mono text-xs">{last.http_status ?? last.fault ?? ''}</Data>}
        </span>
      }
    >
      <div className="grid gap-3">
        <CodeBlock label={t('sent')} copyLabel={t('copySent')} text={payload} />
        <p className="text-xs text-faint">
          webhook-id <Data className="font-mono">{id}</Data>
        </p>
        <ol className="grid gap-2">
          {attempts.map(({ number, started_at: at, took_ms: ms, http_status: status, fault, answer }) => (
            <li key={number} className="grid gap-1">
              <p className="flex flex-wrap gap-x-3">
                <span>{t('try', { number })}</span>
                <ExactTime at={at} look="second" />
                <Data className="font-mono text-xs leading-5">{status ?? fault ?? t('noAnswer')}</Data>
                {ms !== null && <span className="text-faint">{t('took', { ms })}</span>}
              </p>
              {answer && <CodeBlock label={t('answer')} copyLabel={t('copyAnswer')} text={answer} />}
            </li>
          ))}
        </ol>
      </div>
    </Disclosure>
  )
}
