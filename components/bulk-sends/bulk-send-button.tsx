'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { partOnUse } from '@/components/ui/part-on-use'
import { Skeleton } from '@/components/ui/skeleton'
import { callApi } from '@/lib/api-client/call-api'
import { bulkSendCountSchema, type ChosenLeads, resendableStatusSchema } from '@/lib/bulk-sends/bulk-send'
import type { LeadFilter } from '@/lib/leads/log-filter'

const BulkSendDecision = partOnUse(() =>
  import('./bulk-send-decision').then((decision) => decision.BulkSendDecision),
)

type BulkSendButtonProps = {
  filter: LeadFilter
  /** The leads in sight are those of the filter. */
  isReady: boolean
}

/** The button that sends all leads of the filter again, where the filter is one status that allows it. Asks first. */
export function BulkSendButton({ filter, isReady }: BulkSendButtonProps) {
  const t = useTranslations('bulkSends')
  const canWrite = useCan('write')
  const [isAsking, setAsking] = useState(false)
  const [status, other] = filter.status
  const resendable = other ? undefined : resendableStatusSchema.safeParse(status).data
  if (!resendable || !canWrite) return null
  return (
    <div className="mb-3">
      <Button size="sm" isDisabled={!isReady} onPress={() => setAsking(true)}>
        {t(`action.${resendable}`)}
      </Button>
      <Dialog title={t(`title.${resendable}`)} isOpen={isAsking} onOpenChange={setAsking}>
        <BulkSendQuestion chosen={{ ...filter, status: resendable }} onDone={() => setAsking(false)} />
      </Dialog>
    </div>
  )
}

type BulkSendQuestionProps = { chosen: ChosenLeads; onDone: () => void }

/** Finds out how many leads it is about, then asks. */
function BulkSendQuestion({ chosen, onDone }: BulkSendQuestionProps) {
  const t = useTranslations('bulkSends')
  const count = useQuery({
    queryKey: ['bulk-send-count', chosen],
    queryFn: ({ signal }) =>
      callApi('/api/staff/bulk-sends/count', {
        method: 'POST',
        isRead: true,
        body: chosen,
        answer: bulkSendCountSchema,
        signal,
      }),
    // What a person has read must not change under their hands, nor be what stood here the last time.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (count.data) return <BulkSendDecision chosen={chosen} count={count.data} onDone={onDone} />
  return (
    <>
      {count.isError ? (
        <div role="alert">
          <Notice tone="danger" title={t('notCounted')} />
        </div>
      ) : (
        <Skeleton className="h-5 w-60" />
      )}
      <DialogActions>
        <Button autoFocus onPress={onDone}>
          {t('back')}
        </Button>
        {count.isError && <Button onPress={() => void count.refetch()}>{t('retry')}</Button>}
      </DialogActions>
    </>
  )
}
