'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { showToast } from '@/components/ui/toast-queue'
import { ApiError, callApi } from '@/lib/api-client/call-api'
import type { SendAgainRequest } from '@/lib/deliveries/delivery'
import type { PlainAction } from '@/lib/deliveries/transitions'
import { type SentLead, sentLeadSchema } from '@/lib/leads/lead'
import { statusLook } from './status-badge'

/** Where the words of an action are. */
const wordsOf = { send_again: 'sendAgain', settle: 'settle', cancel: 'cancel' } as const satisfies Record<
  PlainAction,
  string
>

const paths = { send_again: 'send-again', settle: 'settle', cancel: 'cancel' } as const satisfies Record<
  PlainAction,
  string
>

/**
 * Does what a person decides, says what came of it, and has every view of leads read anew.
 * @param body what the action asks for besides
 */
export function useLeadAction(leadId: string, action: PlainAction, body?: SendAgainRequest) {
  const words = useTranslations('delivery')
  const ofAction = wordsOf[action]
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/leads/${leadId}/${paths[action]}`, {
        method: 'POST',
        body,
        answer: sentLeadSchema,
      }),
    onSuccess: ({ status, word }: SentLead) =>
      showToast({
        tone: statusLook[status].tone,
        // Settled or cancelled is what the person did; only what was sent again has a result of its own.
        title: words(ofAction === 'sendAgain' ? `sendAgain.result.${status}` : `${ofAction}.done`),
        ...(status === 'rejected' && word && { detail: word }),
      }),
    onError: (error) => {
      const isRefused = error instanceof ApiError && error.refusal.code === 'not_allowed'
      const title = isRefused
        ? words(`${ofAction}.notAllowed`)
        : refusalWords(error, words(`${ofAction}.noAnswer`))
      showToast({ tone: 'danger', title })
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['lead', leadId] }),
        queryClient.invalidateQueries({ queryKey: ['leads'] }),
      ]),
  })
}
