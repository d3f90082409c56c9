'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast-queue'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import { type LookUpResult, lookUpResultSchema } from '@/lib/deliveries/delivery'

/** Looks a lead up in Vitec. What settles it is told by a toast and by every view of leads; the rest is `data`. */
export function useLookUp(leadId: string) {
  const words = useTranslations('delivery.lookUp')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/leads/${leadId}/look-up`, { method: 'POST', answer: lookUpResultSchema }),
    onSuccess: ({ kind }: LookUpResult) => {
      if (kind === 'found') showToast({ tone: 'success', title: words('found') })
    },
    onError: (error) => {
      const isRefused = error instanceof ApiError && error.refusal.code === 'not_allowed'
      const title = isRefused ? words('notAllowed') : refusalWords(error, words('noAnswer'))
      showToast({ tone: 'danger', title })
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['lead', leadId] }),
        queryClient.invalidateQueries({ queryKey: ['leads'] }),
      ]),
  })
}
