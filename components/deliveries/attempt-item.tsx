'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { ExactTime } from '@/components/ui/exact-time'
import { indentJson } from '@/components/ui/indent-json'
import type { AttemptView } from '@/lib/leads/lead-view'
import { OutcomeBadge } from './outcome-badge'
import { useErrorKindWords } from './use-error-kind-words'

/** One call to Vitec: when, how long, what came of it, and both sides word for word. `isLast`: no other followed. */
export function AttemptItem({ attempt, isLast }: { attempt: AttemptView; isLast: boolean }) {
  const words = useTranslations('leadRecord')
  const errorKindWords = useErrorKindWords()
  const request = `POST ${attempt.requestUrl}\n\n${indentJson(attempt.requestBody)}`
  const facts = [
    attempt.httpStatus !== null && words('httpStatus', { status: String(attempt.httpStatus) }),
    attempt.errorKind !== null && errorKindWords(attempt.errorKind),
  ].filter(Boolean)
  return (
    <li className="border-t border-line px-4 py-3 first:border-t-0">
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="font-medium text-ink">{words('attempt', { number: attempt.number })}</h3>
          <OutcomeBadge outcome={attempt.outcome} />
          <span className="text-soft">{facts.join(' · ')}</span>
        </div>
        <p className="text-xs text-faint tabular-nums">
          <ExactTime at={attempt.startedAt} look="second" />
          {attempt.duration !== null && (
            <span>{` · ${words('milliseconds', { count: attempt.duration })}`}</span>
          )}
        </p>
      </div>
      {attempt.answeredLateAt !== null && (
        <p className="mb-1.5 text-sm text-soft">
          {words(attempt.outcome === 'delivered' && !isLast ? 'maybeTwice' : 'answeredLate')}
        </p>
      )}
      <Disclosure title={words('request')}>
        <CodeBlock label={words('request')} copyLabel={words('copyRequest')} text={request} />
      </Disclosure>
      {attempt.answer ? (
        <Disclosure title={words('answer')}>
          <CodeBlock label={words('answer')} copyLabel={words('copyAnswer')} text={attempt.answer} />
        </Disclosure>
      ) : (
        attempt.endedAt && <p className="pl-4 text-sm text-faint">{words('noAnswer')}</p>
      )}
    </li>
  )
}
