'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { callApi } from '@/lib/api-client/call-api'
import { bulkSendCountSchema, type ChosenLeads } from '@/lib/bulk-sends/bulk-send'
import { BulkSendDecision } from './bulk-send-decision'

type BulkSendQuestionProps = { chosen: ChosenLeads; onDone: () => void }

/** Finds out how many leads it is about, then asks. */
export function BulkSendQuestion({ chosen, onDone }: BulkSendQuestionProps) {
  const words = useTranslations('bulkSend')
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
          <Notice tone="danger" title={words('notCounted')} />
        </div>
      ) : (
        <Skeleton className="h-5 w-60" />
      )}
      <DialogActions>
        <Button autoFocus onPress={onDone}>
          {words('back')}
        </Button>
        {count.isError && <Button onPress={() => void count.refetch()}>{words('retry')}</Button>}
      </DialogActions>
    </>
  )
}
