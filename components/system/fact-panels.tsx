'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import type { DatabaseFacts, ShownSetting } from '@/lib/system/system-view'
import { Amount, TimeAndAge, useBytesWords } from './own-panels'

/** How Vitec has answered today, and whether anything is sent. */
export function CallPanel({ calls, hold }: Pick<DatabaseFacts, 'calls' | 'hold'>) {
  const t = useTranslations('system.calls')
  const format = useFormatter()
  const number = (value: number) => <Amount>{format.number(value)}</Amount>
  const ms = (value: number | null) =>
    value === null ? null : <Amount>{`${format.number(Math.round(value))} ms`}</Amount>
  return (
    <Panel title={t('title')} note={<span className="text-xs text-faint">{calls.day}</span>}>
      <Facts>
        <Fact name={t('calls')}>{number(calls.calls)}</Fact>
        <Fact name={t('delivered')}>{number(calls.delivered)}</Fact>
        <Fact name={t('doubts')}>{number(calls.doubts)}</Fact>
        <Fact name={t('p50')}>{ms(calls.p50)}</Fact>
        <Fact name={t('p95')}>{ms(calls.p95)}</Fact>
        <Fact name={t('sending')}>
          {hold ? (
            <span>
              <TextLink href="/settings/sending">{t('held')}</TextLink> <TimeAndAge at={hold.since} />
            </span>
          ) : (
            t('on')
          )}
        </Fact>
      </Facts>
      {calls.isPart && <p className="mt-2 text-xs text-faint">{t('part', { most: calls.calls })}</p>}
    </Panel>
  )
}

/** The alerts that are not over, and the way to all of them. */
export function AlertPanel({ alerts: { open, newest } }: Pick<DatabaseFacts, 'alerts'>) {
  const t = useTranslations('system.alerts')
  const kindWords = useTranslations('alerts')
  return (
    <Panel
      title={t('title')}
      aside={
        <TextLink href="/settings/alerts" className="inline-flex min-h-6 items-center text-sm">
          {t('link')}
        </TextLink>
      }
    >
      <p className="text-sm text-ink">{open === 0 ? t('none') : t('open', { count: open })}</p>
      {newest.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm text-ink">
          {newest.map(({ id, kind, since }) => (
            <li key={id} className="flex flex-wrap justify-between gap-x-4">
              <span>{kindWords(`kind.${kind}`)}</span>
              <TimeAndAge at={since} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type BackupPanelProps = Pick<DatabaseFacts, 'backups'> & { settings: ShownSetting[] }

/** When a backup was last known to be whole, and when one last was not. */
export function BackupPanel({ backups, settings }: BackupPanelProps) {
  const t = useTranslations('system.backups')
  const bytesWords = useBytesWords()
  const directory = settings.find(({ name }) => name === 'BACKUP_DIR')?.value ?? null
  const { lastVerified, lastFailed } = backups
  const isMade = directory !== null || lastVerified !== null || lastFailed !== null
  return (
    <Panel title={t('title')}>
      {isMade ? (
        <Facts>
          <Fact name={t('verified')}>
            {lastVerified ? (
              <span className="inline-flex flex-wrap gap-x-2">
                <TimeAndAge at={lastVerified.at} />
                {lastVerified.bytes !== null && <Amount>{bytesWords(lastVerified.bytes)}</Amount>}
              </span>
            ) : (
              t('notYet')
            )}
          </Fact>
          <Fact name={t('failed')}>
            {lastFailed ? (
              <span className="inline-flex flex-wrap gap-x-2">
                <TimeAndAge at={lastFailed.at} />
                {lastFailed.failure !== null && <Data>{t('code', { code: lastFailed.failure })}</Data>}
              </span>
            ) : (
              t('never')
            )}
          </Fact>
          <Fact name={t('directory')}>
            {directory === null ? null : <Data className="wrap-anywhere">{directory}</Data>}
          </Fact>
        </Facts>
      ) : (
        <p className="text-sm text-ink">{t('none')}</p>
      )}
    </Panel>
  )
}
