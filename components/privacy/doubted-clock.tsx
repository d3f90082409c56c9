'use client'

import { useTranslations } from 'use-intl'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Notice } from '@/components/ui/notice'
import type { ClockDoubt, RetentionReport } from '@/lib/privacy/retention-run'
import { writtenTime } from '@/lib/time/written-time'
import { useRefusedWords } from './use-refused-words'
import { useRetentionCall } from './use-retention-call'

type DoubtedClockProps = { clock: RetentionReport['clock']; doubt: ClockDoubt }

/** The database's clock is not believed: what it shows, what speaks against it, and whether it is right. */
export function DoubtedClock({ clock: { now, newestAt }, doubt }: DoubtedClockProps) {
  const words = useTranslations('privacy.retention.clock')
  const refusedWords = useRefusedWords()
  const { mutate, isPending, error } = useRetentionCall('accept-clock')
  const moment = (at: string) => writtenTime(at, 'minute')
  return (
    <Notice tone="danger" title={words('title')}>
      <p>{words(doubt, { now: moment(now), newest: newestAt ? moment(newestAt) : '–' })}</p>
      <p>{words('stopped')}</p>
      <div className="mt-2">
        <DangerQuestion
          variant="secondary"
          action={words('action')}
          title={words('question', { now: moment(now) })}
          meaning={words('meaning')}
          cancel={words('cancel')}
          error={error ? refusedWords(error) : undefined}
          isPending={isPending}
          onConfirm={(close) => mutate({ now }, { onSuccess: close })}
        />
      </div>
    </Notice>
  )
}
