'use client'

import { useTranslations } from 'use-intl'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import type { Retention, RetentionReport } from '@/lib/privacy/retention-run'
import { DoubtedClock } from './doubted-clock'
import { HeldRun } from './held-run'

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
