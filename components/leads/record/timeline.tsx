'use client'

import { useTranslations } from 'use-intl'
import { useActorWords, useVerbWords } from '@/components/audit/use-audit-words'
import { useCan } from '@/components/auth/can'
import { AttemptDetail, SupportCopy } from '@/components/deliveries/attempt-list'
import { useErrorKindWords } from '@/components/deliveries/vitec-words'
import { Data } from '@/components/ui/data'
import { Icon, type IconName } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import { testing } from '@/lib/environments/environment'
import { type LeadHistory, type TimelineEntry, timelineOf } from '@/lib/leads/lead-history'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { NewNote, NoteText } from './lead-notes'

type TimelineProps = { lead: LeadRecord; history: LeadHistory }

/** Everything that happened to a lead, newest first, and where to write down what happened elsewhere. */
export function Timeline({ lead, history }: TimelineProps) {
  const t = useTranslations('leads.record.timeline')
  const isTest = lead.environment === testing
  const mayWrite = useCan('write') && lead.anonymisedAt === null
  return (
    <Panel
      title={t('title')}
      isFlush
      // Of a test Vitec's support would find nothing.
      aside={lead.anonymisedAt === null && lead.attempts.length > 0 && !isTest && <SupportCopy lead={lead} />}
    >
      {mayWrite && <NewNote leadId={lead.id} />}
      <ol>
        {timelineOf(lead, history).map((entry, index, all) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: counted from the oldest, where nothing is added
          <li key={all.length - index} className="border-t border-line px-4 py-2.5 first:border-t-0">
            {entry.kind === 'attempt' ? (
              <AttemptDetail attempt={entry.attempt} isLast={entry.isLast} isTest={isTest} />
            ) : (
              <PlainEntry leadId={lead.id} entry={entry} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

type Plain = Exclude<TimelineEntry, { kind: 'attempt' }>

function PlainEntry({ leadId, entry }: { leadId: string; entry: Plain }) {
  return (
    <div className="flex gap-2.5 text-sm">
      <Icon name={icons[entry.kind]} className="mt-0.5 text-faint" />
      <div className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <p className="min-w-0 text-ink wrap-anywhere">
          <EntryWords entry={entry} />
        </p>
        <p className="text-xs text-faint">
          <ExactTime at={entry.at} look="second" />
        </p>
        {entry.kind === 'note' && <NoteText leadId={leadId} note={entry.note} />}
      </div>
    </div>
  )
}

const icons: Record<Plain['kind'], IconName> = {
  planned: 'clock',
  received: 'inbox',
  act: 'check',
  bulkSend: 'refresh',
  found: 'search',
  settled: 'check',
  paused: 'clock',
  resumed: 'refresh',
  replaced: 'right',
  setAside: 'close',
  note: 'leads',
  anonymised: 'stopped',
}

/** What happened, and who did it where a person or a key did. */
function EntryWords({ entry }: { entry: Plain }) {
  const t = useTranslations('leads.record.timeline')
  const verbWords = useVerbWords()
  const errorKindWords = useErrorKindWords()
  switch (entry.kind) {
    case 'received':
      return (
        <>
          <span>{t('received', { channel: entry.channel })}</span> <By actor={entry} />
          {entry.reference !== null && (
            <>
              {', '}
              <Data>{t('reference', { reference: entry.reference })}</Data>
            </>
          )}
          {entry.replaces !== null && (
            <>
              {', '}
              <TextLink href={`/leads/${entry.replaces}`}>{t('replaces')}</TextLink>
            </>
          )}
        </>
      )
    case 'act':
      return (
        <>
          <span>{verbWords(entry.verb)}</span> <By actor={entry} />
        </>
      )
    case 'bulkSend':
      return (
        <>
          <span>{t(entry.isSent ? 'bulkSend' : 'bulkSendOpen')}</span> <By actor={entry} />
        </>
      )
    case 'note':
      return (
        <>
          <span>{t('note')}</span> <By actor={entry.note} />
        </>
      )
    case 'paused':
      return (
        <>
          <span>{t('paused')}</span>
          {entry.reason !== null && <span className="text-soft">{` · ${errorKindWords(entry.reason)}`}</span>}
        </>
      )
    case 'replaced':
      return <TextLink href={`/leads/${entry.id}`}>{t('replaced')}</TextLink>
    default:
      return <span>{t(entry.kind)}</span>
  }
}

function By({ actor: { by, byName } }: { actor: { by: string | null; byName: string | null } }) {
  const actorWords = useActorWords()
  if (by === null) return null
  return <span className="text-soft">{`· ${actorWords({ by, byName })}`}</span>
}
