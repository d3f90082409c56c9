'use client'

import { useTranslations } from 'use-intl'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Notice } from '@/components/ui/notice'
import type { RetentionRun } from '@/lib/privacy/retention-run'
import { writtenTime } from '@/lib/time/written-time'
import { useRefusedWords } from './use-refused-words'
import { useRetentionCall } from './use-retention-call'

/** More leads are due than a night removes unasked: how many, since when, by which clock, and whether to go on. */
export function HeldRun({ run, now }: { run: RetentionRun; now: string }) {
  const words = useTranslations('privacy.retention.held')
  const refusedWords = useRefusedWords()
  const { mutate, isPending, error } = useRetentionCall(`${run.id}/confirm`)
  const { due, leads, bound } = run
  const moment = (at: string) => writtenTime(at, 'minute')
  const cutoff = moment(run.cutoff)
  return (
    <Notice tone="warning" icon="alert" title={words('title', { due, leads })}>
      <p>{words('why', { due, cutoff, bound })}</p>
      <p>{words('clock', { now: moment(now), newest: run.newestLeadAt ? moment(run.newestLeadAt) : '–' })}</p>
      <div className="mt-2">
        <DangerQuestion
          variant="secondary"
          action={words('action')}
          title={words('question', { due })}
          meaning={words('meaning', { due, cutoff })}
          cancel={words('cancel')}
          error={error ? refusedWords(error) : undefined}
          isPending={isPending}
          onConfirm={(close) => mutate({ due, cutoff: run.cutoff }, { onSuccess: close })}
        />
      </div>
    </Notice>
  )
}
