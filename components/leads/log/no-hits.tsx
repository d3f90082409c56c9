'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { callApi } from '@/lib/api-client/call-api'
import { type Suggestion, suggestionSchema } from '@/lib/leads/lead-view'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { useLeadCounts } from '../use-lead-counts'

const nothing: Suggestion = { search: null, tests: false }

type NoHitsProps = {
  /** What let nothing through. */
  filter: LeadFilter
  /** Searches for something else. */
  onSearch: (search: string) => void
  /** Has leads of test keys shown as well. */
  onTests: () => void
  /** Takes the filter away. */
  onClear: () => void
}

/**
 * Says that nothing was found, and soon after what may have been meant, or that leads of test keys would be. Its place is kept,
 * so that nothing moves.
 */
export function NoHits({ filter, onSearch, onTests, onClear }: NoHitsProps) {
  const t = useTranslations('leads.log.noHits')
  const tTests = useTranslations('leads.log.tests')
  const { search: suggestion, tests } = useSuggestion(filter)
  return (
    <>
      <EmptyState icon="search" title={t('title')} detail={t('detail')}>
        <div className="flex flex-col items-center gap-2">
          <div className="min-h-9">
            {tests && <Button onPress={onTests}>{tTests('showFound')}</Button>}
            {!tests && suggestion && (
              <Button variant="primary" onPress={() => onSearch(suggestion)}>
                {t('suggestion', { search: suggestion })}
              </Button>
            )}
          </div>
          <Button onPress={onClear}>{t('clear')}</Button>
        </div>
      </EmptyState>
      <p role="status" className="sr-only">
        {tests && tTests('showFound')}
        {!tests && suggestion && t('suggestion', { search: suggestion })}
      </p>
    </>
  )
}

/** What leads on from a filter that found nothing; nothing while that is not known. Not kept: it is of persons. */
function useSuggestion(filter: LeadFilter): Suggestion {
  const hasTests = useLeadCounts({ isFed: true })?.tests ?? false
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
    enabled: filter.search !== '' || (hasTests && filter.tests === null),
    retry: false,
    gcTime: 0,
  })
  return data ?? nothing
}
