'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { LeadFilter } from '@/lib/leads/lead-view'
import { useSuggestion } from './use-suggestion'

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
  const words = useTranslations('leadLog.noHits')
  const suggestion = useSuggestion(filter)
  return (
    <>
      <EmptyState icon="search" title={words('title')} detail={words('detail')}>
        <div className="flex flex-col items-center gap-2">
          <div className="min-h-9">
            {suggestion && (
              <Button variant="primary" onPress={() => onSearch(suggestion)}>
                {words('suggestion', { search: suggestion })}
              </Button>
            )}
          </div>
          <Button onPress={onClear}>{words('clear')}</Button>
        </div>
      </EmptyState>
      <p role="status" className="sr-only">
        {suggestion && words('suggestion', { search: suggestion })}
      </p>
    </>
  )
}
