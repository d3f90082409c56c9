'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { Skeleton } from '@/components/ui/skeleton'
import type { WaitingAction, WaitingFilter } from '@/lib/sending/waiting-lead'
import { useWaitingAct } from './use-waiting-act'

type ActOnWaitingProps = {
  action: WaitingAction
  filter: WaitingFilter
  /** Whose it is, for screen readers, where it stands in every row. */
  of?: string
  variant?: 'primary' | 'secondary' | 'quiet'
}

/** A button that does something to all leads of a filter, or to one. Counts them and asks first. */
export function ActOnWaiting({ action, filter, of, variant = 'secondary' }: ActOnWaitingProps) {
  const t = useTranslations('sending.act')
  const [isAsking, setAsking] = useState(false)
  const name = t(`${action}.${of === undefined ? 'all' : 'one'}`)
  return (
    <>
      <Button
        size="sm"
        variant={variant}
        {...(of !== undefined && { 'aria-label': `${name}: ${of}` })}
        onPress={() => setAsking(true)}
      >
        {name}
      </Button>
      <Dialog title={t(`${action}.title`)} isOpen={isAsking} onOpenChange={setAsking}>
        <ActQuestion action={action} filter={filter} onDone={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

type ActQuestionProps = { action: WaitingAction; filter: WaitingFilter; onDone: () => void }

/** Says how many leads it is about and what that means, then does it, with progress, until it is through or stopped. */
function ActQuestion({ action, filter, onDone }: ActQuestionProps) {
  const t = useTranslations('sending.act')
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
            title={count.isError ? t('notCounted') : refusalWords(run.error, t('broken'))}
          />
        </div>
      )}
      {total === undefined && !count.isError && <Skeleton className="h-5 w-60" />}
      {total !== undefined && !run.isSuccess && (
        <>
          <p className="text-base font-medium text-ink">{t('howMany', { count: total })}</p>
          {total > 0 && <p className="text-soft">{t(`${action}.meaning`)}</p>}
        </>
      )}
      {run.isPending && total !== undefined && (
        <Progress label={t(`${action}.title`)} value={so.seen} of={total}>
          {t('progress', { seen: so.seen, total })}
        </Progress>
      )}
      {run.isSuccess && (
        <p role="status" className="text-base font-medium text-ink">
          {t(`${action}.done`, { count: so.done })}
        </p>
      )}
      <DialogActions>
        <Button autoFocus onPress={run.isPending ? stop : onDone}>
          {t(run.isPending ? 'stop' : run.isSuccess ? 'close' : 'back')}
        </Button>
        {failed && <Button onPress={() => void count.refetch().then(run.reset)}>{t('countAgain')}</Button>}
        {total !== undefined && total > 0 && !run.isSuccess && !failed && (
          <Button
            variant={action === 'cancel' ? 'danger' : 'primary'}
            isPending={run.isPending}
            onPress={() => run.mutate()}
          >
            {t(`${action}.do`, { count: total })}
          </Button>
        )}
      </DialogActions>
    </div>
  )
}
