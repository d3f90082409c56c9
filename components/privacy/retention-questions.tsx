'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Notice } from '@/components/ui/notice'
import { callApi } from '@/lib/api-client/call-api'
import {
  type ClockDoubt,
  type RetentionReport,
  type RetentionRun,
  retentionReportSchema,
} from '@/lib/privacy/retention-run'
import { writtenTime } from '@/lib/time/written-time'

type DoubtedClockProps = { clock: RetentionReport['clock']; doubt: ClockDoubt }

/** The database's clock is not believed: what it shows, what speaks against it, and whether it is right. */
export function DoubtedClock({ clock: { now, newestAt }, doubt }: DoubtedClockProps) {
  const t = useTranslations('privacy.retention.clock')
  const refusedWords = useRefusedWords()
  const { mutate, isPending, error } = useRetentionCall('accept-clock')
  const moment = (at: string) => writtenTime(at, 'minute')
  return (
    <Notice tone="danger" title={t('title')}>
      <p>{t(doubt, { now: moment(now), newest: newestAt ? moment(newestAt) : '–' })}</p>
      <p>{t('stopped')}</p>
      <div className="mt-2">
        <DangerQuestion
          variant="secondary"
          action={t('action')}
          title={t('question', { now: moment(now) })}
          meaning={t('meaning')}
          cancel={t('cancel')}
          error={error ? refusedWords(error) : undefined}
          isPending={isPending}
          onConfirm={(close) => mutate({ now }, { onSuccess: close })}
        />
      </div>
    </Notice>
  )
}

/** More leads are due than a night removes unasked: how many, since when, by which clock, and whether to go on. */
export function HeldRun({ run, now }: { run: RetentionRun; now: string }) {
  const t = useTranslations('privacy.retention.held')
  const refusedWords = useRefusedWords()
  const { mutate, isPending, error } = useRetentionCall(`${run.id}/confirm`)
  const { due, leads, bound } = run
  const moment = (at: string) => writtenTime(at, 'minute')
  const cutoff = moment(run.cutoff)
  return (
    <Notice tone="warning" icon="alert" title={t('title', { due, leads })}>
      <p>{t('why', { due, cutoff, bound })}</p>
      <p>{t('clock', { now: moment(now), newest: run.newestLeadAt ? moment(run.newestLeadAt) : '–' })}</p>
      <div className="mt-2">
        <DangerQuestion
          variant="secondary"
          action={t('action')}
          title={t('question', { due })}
          meaning={t('meaning', { due, cutoff })}
          cancel={t('cancel')}
          error={error ? refusedWords(error) : undefined}
          isPending={isPending}
          onConfirm={(close) => mutate({ due, cutoff: run.cutoff }, { onSuccess: close })}
        />
      </div>
    </Notice>
  )
}

/** Says something about retention: lets a run go on, believes the clock. Whatever the answer, the page is read anew. */
function useRetentionCall(path: string) {
  const router = useRouter()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (body: object) =>
      callApi(`/api/staff/privacy/retention/${path}`, {
        method: 'POST',
        body,
        answer: retentionReportSchema,
      }),
    onSettled: () => {
      // The log and the records on other pages of this tab hold what is gone.
      queryClient.removeQueries()
      router.refresh()
    },
  })
}

/** Why something about retention was not done. */
function useRefusedWords(): (error: Error) => string {
  const t = useTranslations('privacy.retention')
  const refusalWords = useRefusalWords()
  return (error) => refusalWords(error, t('failed'), { set_changed: t('changed') })
}
