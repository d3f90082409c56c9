'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast-queue'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { bulkSendViewSchema } from '@/lib/bulk-sends/bulk-send'
import { bulkSendsKey } from './use-bulk-sends'

/** Leaves alone the leads of a bulk whose turn has not come. One that is over already needs no word. */
export function useCancelBulkSend(id: string) {
  const words = useTranslations('bulkSend')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/bulk-sends/${id}/cancel`, { method: 'POST', answer: bulkSendViewSchema }),
    onError: (error) => {
      const isOver = error instanceof ApiError && error.refusal.code === 'not_allowed'
      if (!isOver) showToast({ tone: 'danger', title: refusalWords(error, words('notCancelled')) })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: bulkSendsKey }),
  })
}
