'use client'

import { useTranslations } from 'use-intl'
import { SaidWord } from '@/components/deliveries/said-word'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { ApiError } from '@/lib/api-client/call-api'
import type { useRefresh } from './use-refresh'

/** What a refresh found, or why it found nothing. */
export function RefreshResult({ refresh }: { refresh: ReturnType<typeof useRefresh> }) {
  const words = useTranslations('customers.refresh')
  const refusalWords = useRefusalWords()
  const { data, error } = refresh
  const reason =
    error instanceof ApiError && error.refusal.code === 'neighbour_failed' ? error.refusal.message : undefined
  const found = data
    ? [
        data.added > 0 && words('added', { count: data.added }),
        data.renamed > 0 && words('renamed', { count: data.renamed }),
      ].filter(Boolean)
    : []
  return (
    <div role="status">
      {data && (
        <p className="border-b border-line px-4 py-2 text-sm text-success">
          {found.length === 0 ? words('same') : `${found.join(', ')}.`}
        </p>
      )}
      {error && (
        <p className="border-b border-line px-4 py-2 text-sm wrap-anywhere text-danger">
          <span>{refusalWords(error, words('failed'))}</span> {reason && <SaidWord word={reason} />}
        </p>
      )}
    </div>
  )
}
