'use client'

import { useLocale, useTranslations } from 'use-intl'
import { deliverySituation } from '@/components/deliveries/delivery-situation'
import { CopyButton } from '@/components/ui/copy-button'
import { useCurrentTime } from '@/components/ui/times'
import { testGoneAt, testing } from '@/lib/environments/environment'
import { timeZone } from '@/lib/i18n/formats'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { stockholmDate } from '@/lib/time/stockholm-time'
import { writtenTime } from '@/lib/time/written-time'

/** One sentence that answers whoever calls and asks what became of a lead. */
export function SpokenLine({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record.spoken')
  const locale = useLocale()
  const now = useCurrentTime(30_000)
  const sentence = spokenSummary(lead, { t, locale, now })
  return (
    <div className="mb-4 flex items-start gap-1">
      <p className="max-w-180 text-base text-ink wrap-anywhere" suppressHydrationWarning>
        <span className="sr-only">{`${t('label')}: `}</span>
        <span>{sentence}</span>
      </p>
      <span className="-my-0.5">
        <CopyButton text={sentence} label={t('copy')} />
      </span>
    </div>
  )
}

type Spoken = ReturnType<typeof useTranslations<'leads.record.spoken'>>
type Told = Omit<Parameters<typeof deliverySituation>[0], 'attempts'> &
  Pick<
    LeadRecord,
    | 'receivedAt'
    | 'deliveredAt'
    | 'vitecLeadId'
    | 'customerName'
    | 'vitecCustomerId'
    | 'replacedById'
    | 'anonymisedAt'
    | 'nextAttemptAt'
    | 'environment'
  > & { attempts: readonly Pick<LeadRecord['attempts'][number], 'endedAt' | 'startedAt' | 'outcome'>[] }

/**
 * How a lead stands, to be read out to whoever calls and asks: "Leadet kom in 14.02, Vitec tog emot det 14.03, id …". It says
 * nothing of the person, and no name of ours; of a test only that it is one, and when it goes. Pure.
 * @param t the words of `leads.record.spoken`
 */
export function spokenSummary(
  lead: Told,
  { t, locale, now }: { t: Spoken; locale: string; now: Date },
): string {
  const time = (at: string) => spokenTime(at, { t, locale, now })
  const received = time(lead.receivedAt)
  if (lead.anonymisedAt !== null) return t('anonymised', { received })
  if (lead.environment === testing)
    return t('test', { received, gone: writtenTime(testGoneAt(lead.receivedAt), 'day') })
  const standing = standingOf(lead, { t, time })
  return lead.replacedById === null ? standing : `${standing} ${t('replaced')}`
}

function standingOf(lead: Told, { t, time }: { t: Spoken; time: (at: string) => string }): string {
  const received = time(lead.receivedAt)
  const situation = deliverySituation(lead)
  const last = lead.attempts.find(({ endedAt }) => endedAt !== null)
  const lastAt = last ? time(last.endedAt ?? last.startedAt) : received
  switch (situation) {
    case 'delivered': {
      const delivered = time(lead.deliveredAt ?? lead.receivedAt)
      const told = { received, delivered, id: lead.vitecLeadId ?? '' }
      if (lead.attempts.filter(({ outcome }) => outcome === 'delivered').length > 1) return t('twice', told)
      if (lead.vitecLeadId === null) return t('settled', told)
      return t(last?.outcome === 'delivered' ? 'delivered' : 'found', told)
    }
    case 'waiting':
      return lead.nextAttemptAt !== null && new Date(lead.nextAttemptAt) > new Date(lead.receivedAt)
        ? t('waiting', { received, next: time(lead.nextAttemptAt) })
        : t('waitingSoon', { received })
    case 'failed':
      return t('failed', { received, count: lead.attempts.length, last: lastAt })
    case 'rejected':
    case 'unknown':
      return t(situation, { received, last: lastAt })
    case 'paused':
      return t('paused', { received, customer: lead.customerName ?? lead.vitecCustomerId })
    default:
      return t(situation, { received })
  }
}

/** `14.02`, `i går 14.02`, `den 27 november 14.02`, in Sweden; with the year where that is another. */
function spokenTime(at: string, { t, locale, now }: { t: Spoken; locale: string; now: Date }): string {
  const moment = new Date(at)
  const clock = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const time = clock.format(moment).replace(':', t('clockSign'))
  const [day, today] = [stockholmDate(moment), stockholmDate(now)]
  const daysAgo = (Date.parse(today) - Date.parse(day)) / dayLength
  if (daysAgo === 0) return t('today', { time })
  if (daysAgo === 1) return t('yesterday', { time })
  if (daysAgo === -1) return t('tomorrow', { time })
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  const date = new Intl.DateTimeFormat(locale, {
    ...{ timeZone, day: 'numeric', month: 'long' },
    ...(!isThisYear && { year: 'numeric' }),
  })
  return t('day', { date: date.format(moment), time })
}

const dayLength = 24 * 3_600_000
