'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { SaidWord } from '@/components/deliveries/vitec-words'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { ApiError, callApi } from '@/lib/api-client/call-api'

const refreshedSchema = z.object({ added: z.number().int(), renamed: z.number().int() })

/** Takes over a customer's lead sources from Vitec; answers how many were new, and how many had another name. */
export function useRefresh(customerId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/customers/${customerId}/refresh`, { method: 'POST', answer: refreshedSchema }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['customers'] }),
        queryClient.invalidateQueries({ queryKey: ['lead-sources'] }),
      ]),
  })
}

/** What a refresh found, or why it found nothing. */
export function RefreshResult({ refresh }: { refresh: ReturnType<typeof useRefresh> }) {
  const t = useTranslations('customers.refresh')
  const refusalWords = useRefusalWords()
  const { data, error } = refresh
  const reason =
    error instanceof ApiError && error.refusal.code === 'neighbour_failed' ? error.refusal.message : undefined
  const found = data
    ? [
        data.added > 0 && t('added', { count: data.added }),
        data.renamed > 0 && t('renamed', { count: data.renamed }),
      ].filter(Boolean)
    : []
  return (
    <div role="status">
      {data && (
        <p className="border-b border-line px-4 py-2 text-sm text-success">
          {found.length === 0 ? t('same') : `${found.join(', ')}.`}
        </p>
      )}
      {error && (
        <p className="border-b border-line px-4 py-2 text-sm wrap-anywhere text-danger">
          <span>{refusalWords(error, t('failed'))}</span> {reason && <SaidWord word={reason} />}
        </p>
      )}
    </div>
  )
}
