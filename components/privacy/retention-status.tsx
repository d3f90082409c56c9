'use client'

import { useTranslations } from 'use-intl'
import { Fact, Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { Retention, RetentionReport } from '@/lib/privacy/retention-run'
import { DoubtedClock, HeldRun } from './retention-questions'

type RetentionStatusProps = { retention: Retention; report: RetentionReport }

/** When persons were last removed for their age, how many, when next, and what waits for a word. */
export function RetentionStatus({ retention, report }: RetentionStatusProps) {
  const t = useTranslations('privacy.retention')
  const { clock, last, nextAt, waiting } = report
  const isOn = retention.months !== null
  const held = isOn && waiting?.state === 'held' && !clock.doubt ? waiting : null
  const running = isOn && waiting?.state === 'running' ? waiting : null
  return (
    <Panel title={t('title')}>
      <div className="grid gap-4">
        <Facts>
          <Fact name={t('last')}>
            {last ? (
              <span>
                <ExactTime at={last.endedAt ?? last.startedAt} />
                {', '}
                <span>{t('done', { count: last.done })}</span>
              </span>
            ) : (
              t('never')
            )}
          </Fact>
          <Fact name={t('next')}>{isOn && !clock.doubt && <ExactTime at={nextAt} />}</Fact>
          <Fact name={t('waiting')}>{held ? t('leads', { count: held.due }) : t('nothing')}</Fact>
        </Facts>
        <div role="status" className="grid gap-4 empty:hidden">
          {running && (
            <p className="text-sm text-ink">{t('running', { done: running.done, due: running.due })}</p>
          )}
          {clock.doubt && <DoubtedClock clock={clock} doubt={clock.doubt} />}
          {held && <HeldRun run={held} now={clock.now} />}
        </div>
      </div>
    </Panel>
  )
}

/** How long leads keep their persons here, or why for ever. */
export function RetentionNotice({ retention }: { retention: Retention }) {
  const t = useTranslations('privacy.retention')
  if (retention.months === null) {
    return (
      <Notice tone="warning" icon="alert" title={t('off')}>
        {t('reason', { reason: retention.reason })}
      </Notice>
    )
  }
  return (
    <Notice tone="neutral" title={t('on', { months: retention.months })}>
      {t('meaning')}
    </Notice>
  )
}
