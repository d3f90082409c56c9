'use client'

import { useTranslations } from 'use-intl'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Badge } from '@/components/ui/badge'
import { Icon, type IconName } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { RelativeTime } from '@/components/ui/times'
import { type CaseProgress, type PackProgress, passAndFail } from '@/lib/posting-packs/posting-pack'

type PackChecklistProps = { keyName: string; progress: PackProgress }

/** Which of the ten requests have come with a test key, and what came instead. */
export function PackChecklist({ keyName, progress }: PackChecklistProps) {
  const t = useTranslations('postingPacks.progress')
  const all = progress.cases.length
  const done = progress.cases.filter(({ outcome }) => outcome === 'passed').length
  const { pass, fail } = passAndFail(progress.cases)
  return (
    <Panel
      title={t('title')}
      note={
        <span className="text-xs wrap-anywhere text-faint" translate="no">
          {keyName}
        </span>
      }
      isFlush
    >
      <p role="status" className="border-b border-line px-4 py-2 text-sm font-medium text-ink">
        {done === all ? t('all', { all }) : t('count', { done, all })}
      </p>
      {[
        { title: t('pass'), cases: pass },
        { title: t('fail'), cases: fail },
      ].map(({ title, cases }) => (
        <section key={title} aria-label={title} className="border-b border-line px-4 py-2">
          <h3 className="text-xs text-faint">{title}</h3>
          <ul>
            {cases.map((one) => (
              <CaseLine key={one.id} one={one} />
            ))}
          </ul>
        </section>
      ))}
      <Others progress={progress} />
    </Panel>
  )
}

const looks: Record<CaseProgress['outcome'], { icon: IconName; style: string }> = {
  waiting: { icon: 'clock', style: 'text-faint' },
  passed: { icon: 'check', style: 'text-success' },
  differs: { icon: 'alert', style: 'text-warning' },
  once: { icon: 'clock', style: 'text-warning' },
  twice: { icon: 'alert', style: 'text-warning' },
  not_delivered: { icon: 'alert', style: 'text-warning' },
  taken: { icon: 'alert', style: 'text-warning' },
}

function CaseLine({ one: { id, outcome, at, leadId, fields, status } }: { one: CaseProgress }) {
  const t = useTranslations('postingPacks.progress')
  const tCase = useTranslations('postingPacks.cases')
  const { icon, style } = looks[outcome]
  return (
    <li className="flex gap-2 py-1 text-sm">
      <Icon name={icon} className={`mt-0.5 ${style}`} />
      <div className="min-w-0 grow">
        <p className="text-ink">{tCase(`${id}.title`)}</p>
        <p className={`flex flex-wrap items-center gap-x-2 text-xs ${style}`}>
          <span className="wrap-anywhere">{t(`outcome.${outcome}`, { fields: fields.join(', ') })}</span>
          {at && outcome !== 'waiting' && <RelativeTime at={at} />}
          {status && outcome === 'not_delivered' && <StatusBadge status={status} />}
          {leadId && (
            <TextLink href={`/leads/${leadId}`} className="inline-flex min-h-6 items-center">
              {t('toLead')}
            </TextLink>
          )}
        </p>
      </div>
    </li>
  )
}

/** What came and is none of the ten: by it one sees what the partner does wrong. */
function Others({ progress: { otherRefusals, otherLeads } }: { progress: PackProgress }) {
  const t = useTranslations('postingPacks.progress')
  return (
    <div className="grid gap-2 px-4 py-2 text-xs empty:hidden">
      {otherLeads > 0 && <p className="text-soft">{t('otherLeads', { count: otherLeads })}</p>}
      {otherRefusals.length > 0 && (
        <section aria-label={t('others')}>
          <h3 className="text-faint">{t('others')}</h3>
          <ul>
            {otherRefusals.map(({ id, at, httpStatus, code, fields }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
                <Badge tone="warning">{httpStatus}</Badge>
                <code translate="no" className="font-mono wrap-anywhere text-ink">
                  {[code, ...fields].join(' ')}
                </code>
                <span className="text-faint">
                  <RelativeTime at={at} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
