'use client'

import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import type { WaitingAction, WaitingFilter } from '@/lib/sending/waiting-lead'
import { useWaitingAct } from './use-waiting-act'

type ActQuestionProps = { action: WaitingAction; filter: WaitingFilter; onDone: () => void }

/** Says how many leads it is about and what that means, then does it, with progress, until it is through or stopped. */
export function ActQuestion({ action, filter, onDone }: ActQuestionProps) {
  const words = useTranslations('sending.act')
  const refusalWords = useRefusalWords()
  const { count, run, so, stop } = useWaitingAct(action, filter)
  const total = count.data?.total
  const failed = run.isError || count.isError
  return (
    <div className="grid gap-3 text-sm">
      {failed && (
        <div role="alert">
          <Notice
            tone="warning"
            title={count.isError ? words('notCounted') : refusalWords(run.error, words('broken'))}
          />
        </div>
      )}
      {total === undefined && !count.isError && <Skeleton className="h-5 w-60" />}
      {total !== undefined && !run.isSuccess && (
        <>
          <p className="text-base font-medium text-ink">{words('howMany', { count: total })}</p>
          {total > 0 && <p className="text-soft">{words(`${action}.meaning`)}</p>}
        </>
      )}
      {run.isPending && total !== undefined && (
        <Progress label={words(`${action}.title`)} value={so.seen} of={total}>
          {words('progress', { seen: so.seen, total })}
        </Progress>
      )}
      {run.isSuccess && (
        <p role="status" className="text-base font-medium text-ink">
          {words(`${action}.done`, { count: so.done })}
        </p>
      )}
      <DialogActions>
        <Button autoFocus onPress={run.isPending ? stop : onDone}>
          {words(run.isPending ? 'stop' : run.isSuccess ? 'close' : 'back')}
        </Button>
        {failed && (
          <Button onPress={() => void count.refetch().then(run.reset)}>{words('countAgain')}</Button>
        )}
        {total !== undefined && total > 0 && !run.isSuccess && !failed && (
          <Button
            variant={action === 'cancel' ? 'danger' : 'primary'}
            isPending={run.isPending}
            onPress={() => run.mutate()}
          >
            {words(`${action}.do`, { count: total })}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}
