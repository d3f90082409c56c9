'use client'

import { useTranslations } from 'use-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import { Disclosure } from '@/components/ui/disclosure'
import type { IconName } from '@/components/ui/icon'
import { indentJson } from '@/components/ui/indent-json'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import { testing } from '@/lib/environments/environment'
import type { AttemptView, LeadRecord } from '@/lib/leads/lead-view'
import { writtenTime } from '@/lib/time/written-time'
import { useErrorKindWords } from './vitec-words'

type Attempted = Pick<LeadRecord, 'attempts' | 'environment'>

/** Every attempt to deliver a lead, newest first. */
export function AttemptList({ lead: { attempts, environment } }: { lead: Attempted }) {
  const t = useTranslations('leads.record')
  return (
    <Panel title={t('attempts')} isFlush>
      {attempts.length === 0 ? (
        <p className="p-4 text-sm text-faint">{t('noAttempts')}</p>
      ) : (
        <ol>
          {attempts.map((attempt) => (
            <li key={attempt.number} className="border-t border-line px-4 py-3 first:border-t-0">
              <AttemptDetail
                attempt={attempt}
                isLast={attempt === attempts[0]}
                isTest={environment === testing}
              />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

type AttemptDetailProps = { attempt: AttemptView; isLast: boolean; isTest: boolean }

/**
 * One call to Vitec: when, how long, what came of it, and both sides word for word, as long as its lead has its person.
 * `isLast`: no other followed. `isTest`: it was to the stand-in in Vitec's place.
 */
export function AttemptDetail({ attempt, isLast, isTest }: AttemptDetailProps) {
  const t = useTranslations('leads.record')
  const [sent, answered] = [t(isTest ? 'requestOfTest' : 'request'), t(isTest ? 'answerOfTest' : 'answer')]
  const errorKindWords = useErrorKindWords()
  const request = `POST ${attempt.requestUrl}\n\n${indentJson(attempt.requestBody)}`
  const facts = [
    attempt.httpStatus !== null && t('httpStatus', { status: String(attempt.httpStatus) }),
    attempt.errorKind !== null && errorKindWords(attempt.errorKind),
  ].filter(Boolean)
  return (
    <>
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-medium text-ink">{t('attempt', { number: attempt.number })}</h3>
          <OutcomeBadge outcome={attempt.outcome} />
          <span className="text-soft">{facts.join(' · ')}</span>
        </div>
        <p className="text-xs text-faint tabular-nums">
          <ExactTime at={attempt.startedAt} look="second" />
          {attempt.duration !== null && <span>{` · ${t('milliseconds', { count: attempt.duration })}`}</span>}
        </p>
      </div>
      {attempt.answeredLateAt !== null && (
        <p className="mb-1.5 text-sm text-soft">
          {t(attempt.outcome === 'delivered' && !isLast ? 'maybeTwice' : 'answeredLate')}
        </p>
      )}
      {attempt.requestUrl !== '' && (
        <Disclosure title={sent}>
          <CodeBlock label={sent} copyLabel={t('copyRequest')} text={request} />
        </Disclosure>
      )}
      {attempt.answer ? (
        <Disclosure title={answered}>
          <CodeBlock label={answered} copyLabel={t('copyAnswer')} text={indentJson(attempt.answer)} />
        </Disclosure>
      ) : (
        attempt.endedAt &&
        attempt.requestUrl !== '' && <p className="pl-4 text-sm text-faint">{t('noAnswer')}</p>
      )}
    </>
  )
}

type Outcome = NonNullable<AttemptView['outcome']>

const looks: Record<Outcome | 'open', { tone: Tone; icon: IconName }> = {
  delivered: { tone: 'success', icon: 'check' },
  rejected: { tone: 'danger', icon: 'close' },
  unknown: { tone: 'warning', icon: 'question' },
  not_sent: { tone: 'neutral', icon: 'stopped' },
  not_saved: { tone: 'neutral', icon: 'refresh' },
  misconfigured: { tone: 'danger', icon: 'alert' },
  open: { tone: 'info', icon: 'clock' },
}

/** What came of one attempt; `null` while it is under way. */
function OutcomeBadge({ outcome }: { outcome: AttemptView['outcome'] }) {
  const t = useTranslations('deliveries.outcome')
  return <Badge {...looks[outcome ?? 'open']}>{t(outcome ?? 'open')}</Badge>
}

type Told = Pick<
  LeadRecord,
  'id' | 'vitecCustomerId' | 'vitecSourceId' | 'receivedAt' | 'vitecLeadId' | 'attempts'
>

/**
 * Copies all that Vitec's support needs to find a lead's attempts in its own logs. Who works here and what they wrote down
 * is not in it; credentials are in no attempt.
 */
export function SupportCopy({ lead }: { lead: Told }) {
  const t = useTranslations('leads.record')
  const tDeliveries = useTranslations('deliveries')
  const errorKindWords = useErrorKindWords()
  const facts = [
    [t('id'), lead.id],
    [t('customer'), lead.vitecCustomerId],
    [t('leadSource'), lead.vitecSourceId],
    [t('receivedAt'), writtenTime(lead.receivedAt, 'second')],
    ...(lead.vitecLeadId === null ? [] : [[tDeliveries('vitecId'), lead.vitecLeadId]]),
  ]
  const attempts = lead.attempts.map((attempt) => {
    const told = [
      `${t('attempt', { number: attempt.number })}: ${writtenTime(attempt.startedAt, 'second')}`,
      tDeliveries(`outcome.${attempt.outcome ?? 'open'}`),
      ...(attempt.httpStatus === null ? [] : [t('httpStatus', { status: String(attempt.httpStatus) })]),
      ...(attempt.errorKind === null ? [] : [errorKindWords(attempt.errorKind)]),
    ]
    const request = `POST ${attempt.requestUrl}\n${indentJson(attempt.requestBody)}`
    const answer = attempt.answer ? indentJson(attempt.answer) : t('noAnswer')
    return `${told.join(' · ')}\n\n${request}\n\n${t('answer')}:\n${answer}`
  })
  const text = [facts.map((fact) => fact.join(': ')).join('\n'), ...attempts].join('\n\n')
  return <CopyButton text={text} label={t('timeline.supportCopy')} />
}
