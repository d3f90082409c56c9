'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { callApi } from '@/lib/api-client/call-api'
import { suggestionSchema } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'

type NoHitsProps = {
  /** What let nothing through. */
  filter: LeadFilter
  /** Searches for something else. */
  onSearch: (search: string) => void
  /** Takes the filter away. */
  onClear: () => void
}

/** Says that nothing was found, and soon after what may have been meant. Its place is kept, so that nothing moves. */
export function NoHits({ filter, onSearch, onClear }: NoHitsProps) {
  const t = useTranslations('leads.log.noHits')
  const suggestion = useSuggestion(filter)
  return (
    <>
      <EmptyState icon="search" title={t('title')} detail={t('detail')}>
        <div className="flex flex-col items-center gap-2">
          <div className="min-h-9">
            {suggestion && (
              <Button variant="primary" onPress={() => onSearch(suggestion)}>
                {t('suggestion', { search: suggestion })}
              </Button>
            )}
          </div>
          <Button onPress={onClear}>{t('clear')}</Button>
        </div>
      </EmptyState>
      <p role="status" className="sr-only">
        {suggestion && t('suggestion', { search: suggestion })}
      </p>
    </>
  )
}

/** What a search that found nothing may have meant; `null` while that is not known. Not kept: it is of persons. */
function useSuggestion(filter: LeadFilter): string | null {
  const { data } = useQuery({
    queryKey: ['leads', 'suggestion', filter],
    queryFn: ({ signal }) =>
      callApi('/api/staff/leads/suggestion', {
        method: 'POST',
        isRead: true,
        body: filter,
        answer: suggestionSchema,
        signal,
      }),
    enabled: filter.search !== '',
    retry: false,
    gcTime: 0,
  })
  return data?.search ?? null
}
