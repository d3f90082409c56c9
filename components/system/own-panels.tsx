'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import type { SystemView } from '@/lib/system/system-view'

/** Which version runs where, and to whom it sends. */
export function ServicePanel({ view }: { view: SystemView }) {
  const t = useTranslations('system.service')
  const { version, mode, access, environment, instance } = view
  return (
    <Panel title={t('title')}>
      <Facts>
        <Fact name={t('version')}>
          <Data>{version}</Data>
        </Fact>
        <Fact name={t('mode')}>
          <Badge tone={mode === 'live' ? 'success' : 'info'}>{t(`modes.${mode}`)}</Badge>
        </Fact>
        <Fact name={t('environment')}>{mode === 'sandbox' ? t('sandbox') : <Data>{environment}</Data>}</Fact>
        <Fact name={t('access')}>{t(`accesses.${access}`)}</Fact>
        <Fact name={t('instance')}>
          <Data className="font-mono text-xs">{instance.id}</Data>
        </Fact>
        <Fact name={t('started')}>
          <TimeAndAge at={instance.startedAt} />
        </Fact>
        <Fact name={t('node')}>
          <Data>{instance.node}</Data>
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Where everything is kept, how much room it takes and how much there is. */
export function DatabasePanel({ view: { database, disk, facts } }: { view: SystemView }) {
  const t = useTranslations('system.database')
  const bytesWords = useBytesWords()
  return (
    <Panel title={t('title')}>
      <Facts>
        <Fact name={t('kind')}>{t(`kinds.${database.kind}`)}</Fact>
        {database.place !== null && (
          <Fact name={t('place')}>
            <Data className="wrap-anywhere">{database.place}</Data>
          </Fact>
        )}
        <Fact name={t('server')}>{facts && <Data>{facts.server}</Data>}</Fact>
        <Fact name={t('size')}>{facts && <Amount>{bytesWords(facts.bytes)}</Amount>}</Fact>
        <Fact name={t('disk')}>
          {disk && (
            <Amount>
              {t('of', { free: bytesWords(disk.freeBytes), total: bytesWords(disk.totalBytes) })}
            </Amount>
          )}
        </Fact>
        <Fact name={t('clock')}>{facts && <ExactTime at={facts.now} look="second" />}</Fact>
        <Fact name={t('identity')}>
          {facts && (
            <Data className="font-mono text-xs wrap-anywhere">
              {facts.marks.map(({ name, value }) => `${name} ${value}`).join(', ')}
            </Data>
          )}
        </Fact>
      </Facts>
    </Panel>
  )
}

/** What Vitec, and the service itself, are spared. */
export function LimitPanel({ limits }: Pick<SystemView, 'limits'>) {
  const t = useTranslations('system.limits')
  const { atOnce, perSecond, timeoutS, addressPerMinute, retentionMonths } = limits
  return (
    <Panel title={t('title')}>
      <Facts>
        <Fact name={t('atOnce')}>{atOnce}</Fact>
        <Fact name={t('perSecond')}>{perSecond}</Fact>
        <Fact name={t('timeout')}>{t('seconds', { count: timeoutS })}</Fact>
        <Fact name={t('address')}>{t('perMinute', { count: addressPerMinute })}</Fact>
        <Fact name={t('keys')}>
          <TextLink href="/settings/api-keys">{t('keysLink')}</TextLink>
        </Fact>
        <Fact name={t('retention')}>
          {retentionMonths === null ? t('forEver') : t('months', { count: retentionMonths })}
        </Fact>
      </Facts>
    </Panel>
  )
}

/** Every setting there is, what it is, and who said so. */
export function SettingList({ settings }: Pick<SystemView, 'settings'>) {
  const t = useTranslations('system.settings')
  return (
    <Panel title={t('title')}>
      <p className="mb-3 text-sm text-faint">{t('detail')}</p>
      <dl className="grid grid-cols-1 gap-x-4 text-sm sm:grid-cols-[minmax(14rem,auto)_1fr]">
        {settings.map(({ name, isSet, value, source }) => (
          <div key={name} className="contents">
            <dt
              translate="no"
              className="pt-1.5 font-mono text-xs leading-5 text-soft wrap-anywhere sm:py-0.5"
            >
              {name}
            </dt>
            <dd className="flex min-w-0 flex-wrap items-baseline gap-x-2 text-ink sm:py-0.5">
              {value === null ? (
                <span className={isSet ? '' : 'text-faint'}>{isSet ? t('set') : t('notSet')}</span>
              ) : (
                <Data className="wrap-anywhere">{value}</Data>
              )}
              {(isSet || source !== 'default') && (
                <span className="text-xs text-faint">{t(`sources.${source}`)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** A time in Stockholm, and how long ago it was; `isStacked`: under it, so that no row grows with the words. */
export function TimeAndAge({ at, isStacked = false }: { at: string; isStacked?: boolean }) {
  return (
    <span className={isStacked ? 'flex flex-col' : 'inline-flex flex-wrap gap-x-2'}>
      <ExactTime at={at} />
      <span className="text-faint">
        <RelativeTime at={at} />
      </span>
    </span>
  )
}

/** A number with its unit, in one piece. */
export function Amount({ children }: { children: React.ReactNode }) {
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {children}
    </span>
  )
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size as people read it: `1,2 GB`. */
export function useBytesWords(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
    const unit = units[step] ?? 'byte'
    return format.number(bytes / 1000 ** step, {
      ...{ style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short' },
      maximumFractionDigits: 1,
    })
  }
}
