'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import { Cell, Column, Row, Table, TableBody, TableHead } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import type { ScheduledRun } from '@/lib/system/scheduled-run'
import { Amount, TimeAndAge } from './own-panels'

const tones: Record<ScheduledRun['state'], Tone> = {
  well: 'success',
  failed: 'danger',
  late: 'warning',
  never: 'neutral',
  database: 'neutral',
}

/** Everything that runs by itself, and how it went. */
export function RunTable({ runs }: { runs: ScheduledRun[] }) {
  const t = useTranslations('system.runs')
  const format = useFormatter()
  const everyWords = (ms: number) =>
    ms < 60_000
      ? t('everyS', { count: Math.round(ms / 1000) })
      : t('everyMin', { count: Math.round(ms / 60_000) })
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" className="mb-2 text-sm font-semibold text-ink">
        {t('title')}
      </h2>
      <Table caption={t('title')} isFixed>
        <TableHead>
          <Column>{t('what')}</Column>
          <Column className="w-36">{t('every')}</Column>
          <Column className="w-68">{t('last')}</Column>
          <Column isNumeric className="w-24">
            {t('took')}
          </Column>
          <Column className="w-40">{t('state')}</Column>
        </TableHead>
        <TableBody>
          {runs.map((run) => (
            <Row key={run.name}>
              <Cell>
                <span className="text-ink">{t(`names.${run.name}`)}</span>
                <Data className="block font-mono text-xs text-faint">{run.name}</Data>
              </Cell>
              <Cell label={t('every')}>{everyWords(run.everyMs)}</Cell>
              <Cell label={t('last')}>
                <LastEnd run={run} />
                <LastFailure run={run} />
              </Cell>
              <Cell label={t('took')} isNumeric>
                {run.tookMs === null ? '–' : <Amount>{`${format.number(run.tookMs)} ms`}</Amount>}
              </Cell>
              <Cell label={t('state')}>
                <Badge tone={tones[run.state]}>{t(`states.${run.state}`)}</Badge>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}

function LastEnd({ run: { endedAt, state } }: { run: ScheduledRun }) {
  const t = useTranslations('system.runs')
  if (endedAt !== null) return <TimeAndAge at={endedAt} isStacked />
  return <span className="text-faint">{state === 'database' ? '–' : t('never')}</span>
}

function LastFailure({ run: { failedAt, failure, state } }: { run: ScheduledRun }) {
  const t = useTranslations('system.runs')
  if (failedAt === null) return null
  return (
    <p className={`mt-0.5 text-xs ${state === 'failed' ? 'text-danger' : 'text-soft'}`}>
      <span>{t('failedAt')}</span> <ExactTime at={failedAt} /> <Data className="font-mono">{failure}</Data>
    </p>
  )
}
