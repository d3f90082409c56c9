'use client'

import { useQuery } from '@tanstack/react-query'
import { callApi } from '@/lib/api-client/call-api'
import { type FilterChoices, filterChoicesSchema, type ShownFilter } from '@/lib/leads/log-filter'

/** What filters can be made of, once it is known, and how to come to know it. */
export type FilterNames = { choices: FilterChoices | undefined; isError: boolean }

const isNamed = ({ customer, source, sender }: ShownFilter) => [customer, source, sender].some(Boolean)

/** The names of what a filter names by id. Asked for where there is one, or where one is about to be chosen. */
export function useFilterNames(
  filter: ShownFilter,
  { initial, isChoosing }: { initial: FilterChoices | null; isChoosing: boolean },
): FilterNames {
  const { data, isError } = useQuery({
    queryKey: ['filter-choices'],
    queryFn: ({ signal }) =>
      callApi('/api/staff/leads/filter-choices', { answer: filterChoicesSchema, signal }),
    enabled: isNamed(filter) || isChoosing,
    staleTime: 60_000,
    ...(initial && { initialData: initial }),
  })
  return { choices: data, isError }
}
