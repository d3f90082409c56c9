'use client'

import { useTranslations } from 'use-intl'
import { Fact, Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { Retention } from '@/lib/privacy/retention'
import type { RetentionReport } from '@/lib/privacy/retention-run'
import { DoubtedClock, HeldRun } from './retention-questions'

type RetentionStatusProps = { retention: Retention; report: RetentionReport }

/** When persons were last removed for their age, how many, when next, and what waits for a word. */
export function RetentionStatus({ retention, report }: RetentionStatusProps) {
  const words = useTranslations('privacy.retention')
  const { clock, last, nextAt, waiting } = report
  const isOn = retention.months !== null
  const held = isOn && waiting?.state === 'held' && !clock.doubt ? waiting : null
  const running = isOn && waiting?.state === 'running' ? waiting : null
  return (
    <Panel title={words('title')}>
      <div className="grid gap-4">
        <Facts>
          <Fact name={words('last')}>
            {last ? (
              <span>
                <ExactTime at={last.endedAt ?? last.startedAt} />
                {', '}
                <span>{words('done', { count: last.done })}</span>
              </span>
            ) : (
              words('never')
            )}
          </Fact>
          <Fact name={words('next')}>{isOn && !clock.doubt && <ExactTime at={nextAt} />}</Fact>
          <Fact name={words('waiting')}>{held ? words('leads', { count: held.due }) : words('nothing')}</Fact>
        </Facts>
        <div role="status" className="grid gap-4 empty:hidden">
          {running && (
            <p className="text-sm text-ink">{words('running', { done: running.done, due: running.due })}</p>
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
  const words = useTranslations('privacy.retention')
  if (retention.months === null) {
    return (
      <Notice tone="warning" icon="alert" title={words('off')}>
        {words('reason', { reason: retention.reason })}
      </Notice>
    )
  }
  return (
    <Notice tone="neutral" title={words('on', { months: retention.months })}>
      {words('meaning')}
    </Notice>
  )
}
